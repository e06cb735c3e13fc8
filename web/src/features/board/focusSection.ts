/** Once it is drawn in its other form: what had the focus is gone with the old one. */
export function focusSection(sectionId: string): void {
  requestAnimationFrame(() => {
    const section = document.querySelector(`[data-drag-id="${CSS.escape(sectionId)}"]`);
    section?.querySelector<HTMLElement>('[data-task-id], button')?.focus();
  });
}
