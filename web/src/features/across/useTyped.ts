import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

const pauseMs = 200;

/** What is being typed, and what of it is looked for: after a short pause, and kept in the address so that Back shows it again. */
export function useTyped() {
  const [params, setParams] = useSearchParams();
  const looked = params.get('q') ?? '';
  const [typed, setTyped] = useState(looked);

  useEffect(() => {
    const words = typed.trim();
    if (words === looked) return;
    const timer = setTimeout(() => setParams(words === '' ? {} : { q: words }, { replace: true }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, looked, setParams]);

  return { typed, setTyped, looked };
}
