export interface ViewProps {
  readonly listId: string;
  readonly openTaskId: string | undefined;
  readonly canEdit: boolean;
  readonly onOpen: (taskId: string) => void;
}
