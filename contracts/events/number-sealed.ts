/**
 * What an older version says in the clear, as if it were sealed: without the person's key the number is not read, be it
 * that the key has not come yet or that it was destroyed.
 */
export function numberSealed<Data extends { readonly externalId?: string }>(
  { externalId, ...data }: Data,
  isOpen: boolean,
): Omit<Data, 'externalId'> & { readonly personal?: { readonly externalId: string } } {
  return { ...data, ...(isOpen && externalId !== undefined ? { personal: { externalId } } : {}) };
}
