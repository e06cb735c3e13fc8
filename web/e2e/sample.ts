import type { CommandBody } from '@/contract/commands';
import type { InboxItem } from '@/contract/rest';
import type { LabelColor } from '@/contract/snapshot';
import { day } from '@/lib/time';
import { uuidv7 } from '@/lib/uuidv7';
import type { Rest, RestUser } from './rest';

const sections: Record<string, string[]> = {
  'To do': [
    'Сверстать письмо для рассылки',
    'Draft the onboarding checklist for new contractors',
    'Проверить, что договор аренды продлён до конца следующего года и что обе стороны подписали соглашение',
    'Call the insurance company about the water damage claim',
    'Купить клей',
    'Высокопроизводительноевычислительноеоборудованиесоченьдлиннымсловом',
    'Pick a date for the team offsite',
    'Подготовить смету на второй этаж',
    'Review the accessibility report and write down what we fix before the release',
    'Заказать пропуска',
    'Order spare keys',
    'Написать в управляющую компанию насчёт шлагбаума',
    'Translate the price list',
    'Продлить домен',
  ],
  'In progress': [
    'Починить экспорт в CSV: кириллица превращается в вопросительные знаки',
    'Move the staging database to the new server',
    'Нарисовать схему эвакуации',
    'Prepare slides for Thursday',
    'Найти причину медленной загрузки отчёта',
    'Договориться о встрече с поставщиком из Казани',
    'Write release notes',
  ],
  Done: [
    'Выбрать бухгалтерскую программу',
    'Set up two-factor sign-in for everyone',
    'Оплатить хостинг',
    'Fix the broken link in the footer',
    'Подписать акт приёмки',
    'Pick up the parcel',
    'Ответить всем кандидатам',
  ],
};

const labels: [string, LabelColor][] = [
  ['срочно', 'red'],
  ['дизайн', 'purple'],
  ['backend', 'blue'],
  ['документы', 'amber'],
  ['', 'green'],
  ['очень длинное название метки, которое не помещается', 'pink'],
];

/** A list as people have it: two languages, long words, labels, dates, checklists, comments. */
export async function believableList(rest: Rest, owner: RestUser, others: RestUser[]): Promise<string> {
  const listId = await rest.createList(owner, 'Ремонт офиса · Office move');
  for (const guest of others) await rest.share(owner, listId, 'editor', guest);
  const people = [owner, ...others].map((user) => user.userId);
  const snapshot = await rest.snapshot(owner, listId);
  const labelIds = labels.map(() => uuidv7());
  const commands: CommandBody[] = labels.map(([name, color], at) => ({
    type: 'defineLabel',
    labelId: labelIds[at] ?? '',
    name,
    color,
  }));
  let number = 0;
  for (const [at, { sectionId }] of snapshot.sections.entries()) {
    const titles = Object.values(sections)[at] ?? [];
    for (const title of titles) commands.push(...taskCommands(sectionId, title, number++, people, labelIds, at === 2));
  }
  await rest.run(owner, listId, commands);
  return listId;
}

/** Facts follow from the number, so that the picture is the same every time. */
function taskCommands(
  sectionId: string,
  title: string,
  number: number,
  people: string[],
  labelIds: string[],
  isDone: boolean,
): CommandBody[] {
  const taskId = uuidv7();
  const dueAt = new Date(Date.now() + (((number * 5) % 17) - 4) * day).toISOString();
  const text = 'Сначала собрать требования, потом согласовать. The draft lives on the shared drive.';
  const add: CommandBody = {
    type: 'addTask',
    taskId,
    sectionId,
    title,
    ...(number % 3 === 0 ? { dueAt } : {}),
    ...(number % 2 === 1 ? { description: text } : {}),
  };
  const commands: CommandBody[] = [add];
  if (number % 2 === 0) commands.push({ type: 'assign', taskId, userId: people[number % people.length] ?? '' });
  if (number % 3 === 1) commands.push({ type: 'addLabel', taskId, labelId: labelIds[number % labelIds.length] ?? '' });
  if (number % 4 === 1) {
    for (const [at, item] of ['Измерить', 'Order material', 'Проверить счёт'].entries())
      commands.push({ type: 'addChecklistItem', taskId, itemId: uuidv7(), text: item, checked: at < number % 4 });
  }
  if (number % 5 === 1)
    commands.push({ type: 'addComment', taskId, commentId: uuidv7(), text: 'Договорились на вторник.' });
  if (isDone) commands.push({ type: 'completeTask', taskId });
  return commands;
}

const kinds: readonly InboxItem['kind'][] = [
  'due',
  'mentioned',
  'assigned',
  'commented',
  'transferWaiting',
  'roleChanged',
  'removedFromList',
];

/** One notification of every kind, the newest unread. */
export function inbox(): InboxItem[] {
  return kinds.map((kind, at) => ({
    notificationId: uuidv7(),
    kind,
    listId: uuidv7(),
    listName: at % 2 === 0 ? 'Ремонт офиса · Office move' : 'Shop',
    taskId: uuidv7(),
    taskTitle: Object.values(sections)[0]?.[at] ?? '',
    role: 'editor',
    dueAt: new Date(Date.now() + day / 24).toISOString(),
    actorId: null,
    at: new Date(Date.now() - at * at * day).toISOString(),
    read: at > 2,
  }));
}

/** A list put away, one thrown away, saved views and webhooks: what is only to be seen where somebody has used them. */
export async function traces(rest: Rest, owner: RestUser, listId: string): Promise<void> {
  for (const [name, type] of [
    ['Весна', 'archiveList'],
    ['Old plans', 'deleteList'],
  ] as const)
    await rest.run(owner, await rest.createList(owner, name), [{ type }]);
  for (const name of ['Моё на неделю', 'Late and urgent'])
    await rest.call('PUT', `/api/me/views/${uuidv7()}`, owner, { listId, name, query: 'view=list&who=me' });
  for (const paused of [true, false]) {
    const url = `https://hooks.example.org/board/changes/${paused ? 'with/a/long/address/that/does/not/fit' : 'live'}`;
    const { body } = await rest.call('POST', '/api/webhooks', owner, { listId, url });
    const { webhookId } = body as { webhookId: string };
    if (paused) await rest.call('PATCH', `/api/webhooks/${webhookId}`, owner, { paused });
  }
}
