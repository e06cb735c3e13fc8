import type { CommandBody, SingleCommand } from '@/contract/commands';
import { uuidv7 } from '@/lib/uuidv7';
import type { Rest, RestUser } from './rest';

const most = 500;

/** A list with this many tasks, spread over its sections, as fast as the server takes them: 500 a change. */
export async function longList(
  rest: Rest,
  owner: RestUser,
  count: number,
): Promise<{ listId: string; taskIds: string[] }> {
  const listId = await rest.createList(owner, `${count} tasks`);
  const { sections } = await rest.snapshot(owner, listId);
  const tasks = Array.from({ length: count }, (_, at) => ({
    type: 'addTask' as const,
    taskId: uuidv7(),
    sectionId: sections[at % sections.length]?.sectionId ?? '',
    title: `Entry ${at + 1}, as long as such titles are`,
  }));
  const changes: CommandBody[] = [];
  for (let at = 0; at < count; at += most) changes.push(bulk(tasks.slice(at, at + most)));
  // A request holds a mebibyte: few enough at a time.
  for (let at = 0; at < changes.length; at += 5) await rest.run(owner, listId, changes.slice(at, at + 5));
  return { listId, taskIds: tasks.map(({ taskId }) => taskId) };
}

export function bulk(commands: readonly SingleCommand[]): CommandBody {
  return { type: 'bulk', commands };
}
