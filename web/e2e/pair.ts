import type { CommandBody } from '@/contract/commands';
import type { TaskItem } from '@/contract/snapshot';
import { uuidv7 } from '@/lib/uuidv7';
import type { Rest, RestUser } from './rest';

export interface Pair {
  readonly anna: RestUser;
  readonly ivan: RestUser;
}

export async function pair(rest: Rest): Promise<Pair> {
  return { anna: await rest.register('Анна Орлова'), ivan: await rest.register('Ivan Petrov') };
}

/** A list of its own for each flow, shared by both, with these tasks in its first section. */
export async function listWith(
  rest: Rest,
  { anna, ivan }: Pair,
  ...titles: string[]
): Promise<{ listId: string; taskIds: string[] }> {
  const listId = await rest.createList(anna, 'Office move');
  await rest.share(anna, listId, 'editor', ivan);
  const sectionId = (await rest.snapshot(anna, listId)).sections[0]?.sectionId ?? '';
  const taskIds = titles.map(() => uuidv7());
  const commands = titles.map(
    (title, at): CommandBody => ({ type: 'addTask', taskId: taskIds[at] ?? '', sectionId, title }),
  );
  await rest.run(anna, listId, commands);
  return { listId, taskIds };
}

export async function taskNow(rest: Rest, { anna }: Pair, listId: string, taskId = ''): Promise<TaskItem | undefined> {
  return (await rest.snapshot(anna, listId)).tasks.find((task) => task.taskId === taskId);
}
