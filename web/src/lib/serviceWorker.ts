import { hour } from '@/lib/time';

const script = '/sw.js';

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** Where the browser asks for it, a script's address must come out of a policy. Ours knows one address. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('tasklist', {
  createScriptURL: (url) => {
    if (url !== script) throw new TypeError('not a script of ours');
    return url;
  },
});

/** Has the app kept on this device, and looks for newer builds now and then. `onBuild` hears the entry of each that takes over. */
export function startServiceWorker(onBuild: (entry: string) => void): () => void {
  // Absent over plain http on another host, and in some browsers' private mode.
  const workers = navigator.serviceWorker;
  if (!workers) return () => {};
  const heard = ({ data }: MessageEvent<{ entry?: unknown } | null>) => {
    if (typeof data?.entry === 'string') onBuild(data.entry);
  };
  let registration: ServiceWorkerRegistration | undefined;
  // No network, no news: the next look finds it.
  const look = () => void registration?.update().catch(() => undefined);
  const seen = () => document.visibilityState === 'visible' && look();
  workers.addEventListener('message', heard);
  workers.startMessages();
  workers.register(policy?.createScriptURL(script) ?? script).then(
    (made) => {
      registration = made;
    },
    // Storage is full or forbidden: the app works as a page does.
    () => undefined,
  );
  const timer = setInterval(look, hour);
  document.addEventListener('visibilitychange', seen);
  return () => {
    workers.removeEventListener('message', heard);
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}

/** The script this page was started with; its name says which build it is. */
export function ownEntry(): string | undefined {
  const started = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return started ? new URL(started.src).pathname : undefined;
}
