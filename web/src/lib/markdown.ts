/** A text in the small Markdown people type into tasks, as data: what draws it can only draw, never run anything. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export interface ListLine {
  readonly children: readonly Inline[];
  readonly checked?: boolean;
}

export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListLine[] }
  | { readonly kind: 'rule' };

const bullet = /^\s*[-*+]\s+(?:\[([ xX])\]\s+)?(.*)$/;
const counted = /^\s*\d{1,9}[.)]\s+(.*)$/;

export function parseMarkdown(source: string): Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at++;
    else if (line.startsWith('```')) at = code(lines, at, blocks);
    else if (/^#{1,6}\s/.test(line)) {
      blocks.push({ kind: 'heading', children: parseInline(line.replace(/^#+\s+/, '')) });
      at++;
    } else if (/^\s*(-{3,}|\*{3,})\s*$/.test(line)) {
      blocks.push({ kind: 'rule' });
      at++;
    } else if (bullet.test(line) || counted.test(line)) at = list(lines, at, blocks);
    else at = words(lines, at, blocks);
  }
  return blocks;
}

function code(lines: readonly string[], from: number, blocks: Block[]): number {
  const end = lines.findIndex((line, at) => at > from && line.startsWith('```'));
  const last = end === -1 ? lines.length : end;
  blocks.push({ kind: 'code', text: lines.slice(from + 1, last).join('\n') });
  return last + 1;
}

function list(lines: readonly string[], from: number, blocks: Block[]): number {
  const ordered = counted.test(lines[from] ?? '');
  const shape = ordered ? counted : bullet;
  const items: ListLine[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const found = shape.exec(lines[at] ?? '');
    if (!found) break;
    const mark = ordered ? undefined : found[1];
    const children = parseInline((ordered ? found[1] : found[2]) ?? '');
    items.push(mark === undefined ? { children } : { children, checked: mark !== ' ' });
  }
  blocks.push({ kind: 'list', ordered, items });
  return at;
}

/** A paragraph keeps its line breaks: people who press Enter mean it. */
function words(lines: readonly string[], from: number, blocks: Block[]): number {
  const isQuote = /^>/.test(lines[from] ?? '');
  const taken: string[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const begins = line.startsWith('```') || /^#{1,6}\s/.test(line) || bullet.test(line) || counted.test(line);
    if (line.trim() === '' || /^>/.test(line) !== isQuote || (begins && at > from)) break;
    taken.push(isQuote ? line.replace(/^>\s?/, '') : line);
  }
  blocks.push({ kind: isQuote ? 'quote' : 'paragraph', lines: taken.map((line) => parseInline(line)) });
  return at;
}

// One alternative each: code, link, bare address, bold, struck, italic. Nothing here can match two ways, so it is linear.
const inline =
  /`([^`\n]+)`|\[([^\]\n]{1,1000})\]\(([^)\s]{1,2000})\)|(https?:\/\/[^\s<>"')\]]{1,2000})|\*\*([^*\n]+)\*\*|~~([^~\n]+)~~|(?<![\p{L}\p{N}*_])[*_]([^*_\n]+)[*_](?![\p{L}\p{N}*_])/gu;

export function parseInline(source: string, depth = 0): Inline[] {
  // Deeper than anybody means it; a text made to go deeper stays text.
  if (depth > 4) return [{ kind: 'text', text: source }];
  const found: Inline[] = [];
  let from = 0;
  const nested = (text: string) => parseInline(text, depth + 1);
  for (const match of source.matchAll(inline)) {
    const [all, codeText, label, href, bare, strong, strike, em] = match;
    if (match.index > from) found.push({ kind: 'text', text: source.slice(from, match.index) });
    from = match.index + all.length;
    if (codeText !== undefined) found.push({ kind: 'code', text: codeText });
    else if (label !== undefined && href !== undefined)
      found.push(isSafe(href) ? { kind: 'link', href, children: nested(label) } : { kind: 'text', text: all });
    else if (bare !== undefined) {
      // A full stop after an address ends the sentence, not the address.
      const address = bare.replace(/[.,;:!?]+$/, '');
      found.push({ kind: 'link', href: address, children: [{ kind: 'text', text: address }] });
      from -= bare.length - address.length;
    } else if (strong !== undefined) found.push({ kind: 'strong', children: nested(strong) });
    else if (strike !== undefined) found.push({ kind: 'strike', children: nested(strike) });
    else if (em !== undefined) found.push({ kind: 'em', children: nested(em) });
  }
  if (from < source.length) found.push({ kind: 'text', text: source.slice(from) });
  return found;
}

/** Only addresses that open something; `javascript:` and its kin stay words. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href) || /^\/(?![/\\])/.test(href);
}
