import { headquartersPassKey } from '../../../contracts/sync/pull-contract.ts';
import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { shownProduct } from '../../../domain/products/product-in-question.ts';
import { doseStateOf } from '../../../domain/vaccination/vaccination.ts';
import { passIdFor } from '../../../ledger/pass-id.ts';
import type { PassReads } from '../../context.ts';
import { seriesOf } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { type PassRow, passOf, peopleWithoutPass } from '../../store/tables/passes/passes.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { connectionOf } from '../sync/connection-of.ts';

/**
 * The first pass of somebody as headquarters will issue it, where they have a date here and it has not come yet: enough
 * to print it, since its id follows from the person and the key of the barcode is here.
 */
export function expectedPass(
  station: Pick<PassReads, 'db' | 'now' | 'templates'>,
  personId: PersonId,
): PassRow | undefined {
  const { db, now, templates } = station;
  if (!isPassToCome(db, personId)) return undefined;
  const rows = appointmentsOf(db, personId);
  const dates = rows.map(({ product_id, day, status }) => ({ productId: product_id, day, status }));
  const series = seriesOf(db, linkedSetOf(db, personId));
  const { doseCount, lastDoseOn } = doseStateOf(series, shownProduct({ dates, doses: series.doses }));
  const { templateId, version } = templates.current();
  return {
    pass_id: passIdFor(personId, 0),
    person_id: personId,
    key_id: headquartersPassKey,
    template_id: templateId,
    template_version: version,
    revision: 0,
    dose_count: doseCount,
    last_dose_on: lastDoseOn ?? null,
    announced: null,
    message: null,
    updated_at: now(),
    status: 'valid',
  };
}

/** Whether headquarters is about to issue somebody's first pass: they have a date here. */
export function isPassToCome(db: ReadableDb, personId: PersonId): boolean {
  if (connectionOf(db) === 'stand-alone' || passOf(db, personId)) return false;
  return appointmentsOf(db, personId).some(({ status }) => status === 'booked' || status === 'checked-in');
}

/** Whose pass it will be: of those who wait for theirs. Looked up only for a genuine pass that nobody here has. */
export function holderOfExpectedPass({ db }: Pick<PassReads, 'db'>, passId: PassId): PersonId | undefined {
  if (connectionOf(db) === 'stand-alone') return undefined;
  return peopleWithoutPass(db).find((personId) => passIdFor(personId, 0) === passId);
}
