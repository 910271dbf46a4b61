/** Into a field to search with: what is there is selected, so that typing begins anew. */
export function goTo(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
