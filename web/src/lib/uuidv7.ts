let lastTime = 0;
let counter = 0;

/**
 * A UUID whose first bits are milliseconds and then a counter: ids made later in this tab sort later, also within a millisecond.
 */
export function uuidv7(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastTime++;
    counter = 0;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f);
  const random = Array.from(bytes, (byte) => hex(byte, 2)).join('');
  const time = hex(lastTime, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${random.slice(0, 4)}-${random.slice(4)}`;
}

/** From now on ids sort after this one, whatever the clock says. */
export function sortsAfter(id: string): void {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  // The 48 bits end in the year 10889; nothing near that is a time.
  if (!(time >= lastTime && time < 0xffff_0000_0000)) return;
  lastTime = time + 1;
  counter = 0;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
