import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Centre } from '../../store/centres.ts';
import type { KeptPass } from '../../store/passes.ts';
import type { KnownPerson } from '../passes/person-history.ts';

/** Whoever a private link belongs to, with everything that their pages need. */
export interface Owner {
  readonly centre: Centre;
  readonly personId: PersonId;
  readonly known: KnownPerson;
  readonly pass: KeptPass;
  readonly path: string;
}
