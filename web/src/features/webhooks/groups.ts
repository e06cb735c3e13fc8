/** The choices of events that make sense to people; scripts can name any. */
export const groups = {
  all: [],
  tasks: ['taskAdded', 'taskReceived', 'taskCompleted', 'taskReopened', 'taskDeleted', 'taskRestored'],
  comments: ['commentAdded', 'commentEdited', 'commentDeleted', 'commentRestored'],
  members: ['memberAdded', 'memberRoleSet', 'memberRemoved'],
} as const satisfies Record<string, readonly string[]>;

export type Group = keyof typeof groups;

export const groupNames = Object.keys(groups) as Group[];
