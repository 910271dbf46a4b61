import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

/**
 * What somebody decided about a row that is not taken over by itself: `take` corrects the record by it, `new`
 * registers a person of their own, `same` says who it is. A record that was changed after `at` was not what they saw.
 */
export type RowChoice =
  | { readonly kind: 'take'; readonly at: Instant }
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly personId: PersonId };
