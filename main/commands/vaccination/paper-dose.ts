import {
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { PaperDay } from '../../../domain/vaccination/paper-day.ts';
import {
  type CorrectPaperRefusal,
  decideCorrectPaperDose,
  decideRecordPaperDose,
  type PaperEntry,
  type RecordPaperRefusal,
} from '../../../domain/vaccination/paper-doses.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, seriesOf } from '../../histories/person-history.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';

interface OfPaper {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly entry: PaperEntry;
  /** Somebody looked: it is none of those that stand in the record already. */
  readonly isAnother?: boolean | undefined;
}
type Done = { readonly personId: PersonId };

/** A dose that somebody of the staff saw in a vaccination booklet. */
export function recordPaperDose(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfPaper & PaperDay & { readonly productId: ProductId; readonly seenBy: StaffId },
): Result<Done, RecordPaperRefusal | 'person-unknown' | 'product-unknown'> {
  return runCommand(station, { name: 'record-paper-dose', actor, requestId }, () => {
    const { db, settings } = station;
    const { personId, productId } = wish;
    const known = loadPerson(db, personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    if (!productOf(productId)) return refuse('product-unknown');
    const { birthDate } = known.person.details;
    const ground = { birthDate, today: plainDateAt(station.now(), settings.timeZone) };
    const doseId = idOf<DoseId>(station.newId());
    const series = seriesOf(db, linkedSetOf(db, personId));
    const decided = decideRecordPaperDose(series, ground, { ...wish, doseId });
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, known, value: { personId } });
  });
}

/** What was read wrongly in the booklet; both versions stay. */
export function correctPaperDose(
  station: Writes,
  actor: Actor,
  {
    requestId,
    ...wish
  }: OfPaper & { readonly doseId: DoseId; readonly day?: PaperDay | undefined; readonly note: string },
): Result<Done, CorrectPaperRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'correct-paper-dose', actor, requestId }, () => {
    const { personId } = wish;
    const known = loadPerson(station.db, personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const { birthDate } = known.person.details;
    const ground = { birthDate, today: plainDateAt(station.now(), station.settings.timeZone) };
    const decided = decideCorrectPaperDose(known.vaccination, ground, wish);
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, known, value: { personId } });
  });
}
