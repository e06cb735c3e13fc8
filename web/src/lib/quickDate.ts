export interface FoundDate {
  readonly from: number;
  readonly to: number;
  readonly at: Date;
}

type Reader = (match: RegExpExecArray, today: Date) => Date | undefined;

const weekdays = [
  /^(sun|вс)/,
  /^(mon|пн|пон)/,
  /^(tue|вт)/,
  /^(wed|ср)/,
  /^(thu|чт|чет)/,
  /^(fri|пт|пят)/,
  /^(sat|сб|суб)/,
];
const units: readonly [RegExp, number][] = [
  [/^(w|нед)/, 7],
  [/./, 1],
];

// Words end where letters and digits do; \b knows only Latin ones.
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const word = (inner: string) => new RegExp(`${start}(?:${inner})${end}`, 'iu');

const readers: readonly [RegExp, Reader][] = [
  [word('today|сегодня'), (_, today) => plus(today, 0)],
  [word('tomorrow|tmr|завтра'), (_, today) => plus(today, 1)],
  [word('послезавтра'), (_, today) => plus(today, 2)],
  [
    word('(?:in|через) (\\d{1,3})\\s?(days?|weeks?|дня|день|дней|недел[юиь])'),
    ([, count, unit = ''], today) =>
      plus(today, Number(count) * (units.find(([shape]) => shape.test(unit.toLowerCase()))?.[1] ?? 1)),
  ],
  [word('(?:next week|через неделю)'), (_, today) => plus(today, 7)],
  [
    word(
      '(?:on |во? )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|' +
        'понедельник|вторник|среду|среда|четверг|пятницу|пятница|субботу|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)',
    ),
    ([, name = ''], today) => {
      const wanted =
        name.toLowerCase() === 'воскресенье' ? 0 : weekdays.findIndex((shape) => shape.test(name.toLowerCase()));
      // The day named is the next one: today's own name means a week from now.
      return plus(today, ((wanted - today.getDay() + 6) % 7) + 1);
    },
  ],
  [word('(\\d{4})-(\\d{2})-(\\d{2})'), ([, year, month, day]) => real(Number(year), Number(month), Number(day))],
  [
    word('(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}))?'),
    ([, day, month, year], today) => {
      if (year !== undefined) return real(Number(year), Number(month), Number(day));
      const near = real(today.getFullYear(), Number(month), Number(day));
      // A day that is over means the next year's.
      return near && near < today ? real(today.getFullYear() + 1, Number(month), Number(day)) : near;
    },
  ],
];
const clock = new RegExp(
  `${start}(?:at |в )?(\\d{1,2}):(\\d{2})(?:\\s?(am|pm))?${end}|${start}(?:at )?(\\d{1,2})\\s?(am|pm)${end}`,
  'iu',
);

/** The first date and the first time in a line, if they make sense; without a time the whole day is meant. */
export function findDate(line: string, now: Date): FoundDate | undefined {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  for (const [shape, read] of readers) {
    const match = shape.exec(line);
    const day = match && read(match, today);
    if (!match || !day) continue;
    const from = match.index;
    const to = from + match[0].length;
    const time = clockBeside(line, from, to);
    day.setHours(time?.hours ?? 23, time?.minutes ?? 59);
    return { from: Math.min(from, time?.from ?? from), to: Math.max(to, time?.to ?? to), at: day };
  }
  return undefined;
}

/** Only a time that stands right before or after the day belongs to it. */
function clockBeside(line: string, from: number, to: number) {
  const match = clock.exec(line);
  if (!match) return undefined;
  const at = match.index;
  const last = at + match[0].length;
  const between = at >= to ? line.slice(to, at) : line.slice(last, from);
  if (between.trim() !== '' || (at < to && last > from)) return undefined;
  const half = (match[3] ?? match[5])?.toLowerCase();
  const hours = Number(match[1] ?? match[4]);
  const minutes = Number(match[2] ?? 0);
  if (minutes > 59 || hours > (half ? 12 : 23)) return undefined;
  const shift = half === 'pm' && hours < 12 ? 12 : half === 'am' && hours === 12 ? -12 : 0;
  return { from: at, to: last, hours: hours + shift, minutes };
}

function plus(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}

/** Undefined for the 31st of February. */
function real(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}
