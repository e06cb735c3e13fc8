/** What the board knows about cards that the list itself does not hold. */
export interface CardStates {
  currentId: string | undefined;
  editingId: string | undefined;
  openTaskId: string | undefined;
  canEdit: boolean;
  onTitle: (taskId: string, title: string) => void;
  onEditEnd: (taskId: string) => void;
}

export interface CardListProps extends CardStates {
  listId: string;
  taskIds: readonly string[];
}
