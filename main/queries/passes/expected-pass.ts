import { headquartersPassKey } from '../../../contracts/sync/pull-contract.ts';
import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { passIdFor } from '../../../ledger/pass-id.ts';
import type { PassReads } from '../../context.ts';
import { type PassRow, peopleWithoutPass } from '../../store/tables/passes/passes.ts';
import { type KnownOf, knownOf } from '../people/known-of.ts';
import { connectionOf } from '../sync/connection-of.ts';

/**
 * The first pass of somebody as headquarters will issue it, where they have a date here and it has not come yet: enough
 * to print it, since its id follows from the person and the key of the barcode is here.
 */
export function expectedPass(station: PassReads, personId: PersonId): PassRow | undefined {
  if (!isPassToCome(knownOf(station, personId))) return undefined;
  const { templateId, version } = station.templates.current();
  return {
    pass_id: passIdFor(personId, 0),
    person_id: personId,
    key_id: headquartersPassKey,
    template_id: templateId,
    template_version: version,
    revision: 0,
    announced: null,
    message: null,
    updated_at: station.now(),
    status: 'valid',
  };
}

/** Whether headquarters is about to issue somebody's first pass: they have a date here. */
export function isPassToCome(known: KnownOf): boolean {
  if (known.connection() === 'stand-alone' || known.pass()) return false;
  return known.dates().some(({ status }) => status === 'booked' || status === 'checked-in');
}

/** Whose pass it will be: of those who wait for theirs. Looked up only for a genuine pass that nobody here has. */
export function holderOfExpectedPass({ db }: Pick<PassReads, 'db'>, passId: PassId): PersonId | undefined {
  if (connectionOf(db) === 'stand-alone') return undefined;
  return peopleWithoutPass(db).find((personId) => passIdFor(personId, 0) === passId);
}
