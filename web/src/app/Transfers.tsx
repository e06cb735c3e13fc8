import { Suspense, useState } from 'react';
import { TransferDialog } from '@/app/onDemand';
import { type Sent, TransferWord } from '@/features/move/TransferWord';

interface Props {
  listId: string;
  /** The tasks that a list is to be chosen for. */
  askedIds: readonly string[];
  onClose: () => void;
  onSent: () => void;
}

/** Sends tasks to other lists, and stays until it is known how each of them fared. */
export function Transfers({ listId, askedIds, onClose, onSent }: Props) {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  return (
    <>
      <Suspense>
        {askedIds.length > 0 && (
          <TransferDialog
            listId={listId}
            taskIds={askedIds}
            onClose={onClose}
            onSent={(more) => {
              setSent((before) => [...before, ...more]);
              onSent();
            }}
          />
        )}
      </Suspense>
      {sent.map((each) => (
        <TransferWord
          key={each.commandId}
          listId={listId}
          sent={each}
          onEnd={() => setSent((all) => all.filter((other) => other !== each))}
        />
      ))}
    </>
  );
}
