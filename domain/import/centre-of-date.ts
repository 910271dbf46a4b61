import { foldName } from '../people/search-key.ts';
import type { RowContext } from './row-context.ts';

/** The other centre that a list names for a date; `undefined` for this one, however it is spelt, and for none. */
export function otherCentre(
  named: string | undefined,
  { centreName }: Pick<RowContext, 'centreName'>,
): string | undefined {
  const name = named?.trim() ?? '';
  return name === '' || foldName(name) === foldName(centreName) ? undefined : name;
}
