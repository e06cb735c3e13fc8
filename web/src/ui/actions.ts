import type { IconName } from '@/ui/Icon';

/** Something a person can do, once: its words, its keys and its deed serve keys, menus, palette and help alike. */
export interface Action {
  readonly id: string;
  readonly words: string;
  readonly icon: IconName;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** Something that can be done to tasks: the one in hand, or all that are selected. */
export interface TaskAction extends Omit<Action, 'run'> {
  /** Kept out of the card's menu, which is to stay short. */
  readonly isQuiet?: boolean;
  readonly run: (taskIds: readonly string[]) => void;
}

/** The action a key stands for, if any. */
export function actionFor<T extends Pick<Action, 'keys'>>(actions: readonly T[], keys: string): T | undefined {
  return actions.find((action) => action.keys?.includes(keys));
}
