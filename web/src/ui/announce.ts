/** One polite live region for the whole product; ui/Announcer draws it, anybody may speak through it. */
type Listener = (text: string) => void;

let listener: Listener | undefined;

export function announce(text: string): void {
  listener?.(text);
}

export function onAnnouncement(next: Listener): () => void {
  listener = next;
  return () => {
    listener = undefined;
  };
}
