/** What of the address a saved view keeps: which view, filter and order. A calendar opens at today, whenever that is. */
const kept = ['view', 'sort', 'span', 'q', 'who', 'label', 'priority', 'due', 'done'];

/** Always in one order, so that the same view is the same text. */
export function savedQuery(params: URLSearchParams): string {
  const query = new URLSearchParams();
  for (const name of kept) for (const value of params.getAll(name).sort()) query.append(name, value);
  return query.toString();
}
