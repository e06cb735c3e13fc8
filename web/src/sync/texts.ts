import type { SingleCommand } from '@/contract/commands';
import type { PendingCommand } from '@/sync/ports';

/** The words somebody typed into commands that came to nothing, so that they can be saved elsewhere. */
export function textsIn(lost: readonly PendingCommand[]): string | undefined {
  const texts = lost
    .flatMap(({ command }): readonly SingleCommand[] => {
      if (command.type === 'undo') return [];
      return command.type === 'bulk' ? command.commands : [command];
    })
    .flatMap((command) =>
      ['title', 'description', 'text', 'name'].flatMap((field) => {
        const value: unknown = command[field as keyof SingleCommand];
        return typeof value === 'string' && value !== '' ? [value] : [];
      }),
    );
  return texts.length > 0 ? texts.join('\n\n') : undefined;
}
