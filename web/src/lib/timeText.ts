/** "18:30" out of what people type: 9, 930, 9:30, 9.30, 9:30 pm. Empty is no time; undefined is not understood. */
export function readTime(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return '';
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?\s*([ap])?\.?m?\.?$/.exec(typed);
  if (!found) return undefined;
  const [, hours = '', minutes = '0', half] = found;
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || (half && (Number(hours) > 12 || Number(hours) === 0))) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
