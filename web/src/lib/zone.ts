/**
 * The zone that days and times are meant in: the one of the profile, wherever this browser happens to be. A "wall" date
 * is a Date whose local fields say what the clock on the wall shows there; it is for showing and choosing, never an instant.
 */
let chosen: string | undefined;
let fields: Intl.DateTimeFormat | undefined;

const browsers = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An unknown zone, or none, means the browser's. */
export function setZone(zone: string | undefined): void {
  if (zone === chosen) return;
  chosen = zone;
  fields = zone === undefined || zone === browsers() ? undefined : clockOf(zone);
}

/** The IANA name of the zone in use. */
export function ownTimeZone(): string {
  return fields?.resolvedOptions().timeZone ?? browsers();
}

export function wallOf(instant: number | string): Date {
  const at = new Date(instant);
  if (!fields || Number.isNaN(at.getTime())) return at;
  const shown = new Date(at.getTime() + offsetAt(fields, at.getTime()));
  return new Date(
    shown.getUTCFullYear(),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
  );
}

/** The instant at which the clock on the wall shows this. */
export function instantOf(wall: Date): Date {
  if (!fields) return wall;
  const shown = Date.UTC(
    wall.getFullYear(),
    wall.getMonth(),
    wall.getDate(),
    wall.getHours(),
    wall.getMinutes(),
    wall.getSeconds(),
  );
  // Once more with the offset of what was found: around a clock change the first guess may be an hour off.
  const near = shown - offsetAt(fields, shown);
  return new Date(shown - offsetAt(fields, near));
}

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  const number = 'numeric' as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: number,
      month: number,
      day: number,
      hour: number,
      minute: number,
      second: number,
    });
  } catch {
    return undefined;
  }
}

function offsetAt(clock: Intl.DateTimeFormat, instant: number): number {
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1_000) * 1_000;
}
