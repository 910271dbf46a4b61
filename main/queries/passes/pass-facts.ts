import { headquartersPassKey } from '../../../contracts/sync/pull-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PassId, PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { DoseState } from '../../../domain/passes/pass.ts';
import type { PassCentre, PassFacts } from '../../../domain/passes/pass-facts.ts';
import { type SeriesGround, seriesFacts } from '../../../domain/passes/series-facts.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { ConfirmedSchedules } from '../../../domain/schedules/person-of-course.ts';
import { createPassBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import type { BarcodeKeys } from '../../barcode-keys.ts';
import type { Reads } from '../../context.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import type { PassRow } from '../../store/tables/passes/passes.ts';
import type { DoseRow } from '../../store/tables/vaccination/doses.ts';
import { type KnownOf, knownOf } from '../people/known-of.ts';
import { connectionOf } from '../sync/connection-of.ts';

/** Whether the barcode of a pass tells the doses: not where it lies with somebody who must not know of them. */
export type BarcodeDoses = 'told' | 'untold';

type BarcodeReads = Reads & { readonly barcodeKeys: BarcodeKeys };

/** Everything that the pass says at its present revision; undefined once the person was erased. */
export function passFacts(
  station: BarcodeReads,
  pass: PassRow,
  barcodeDoses: BarcodeDoses = 'told',
): PassFacts | undefined {
  const known = knownOf(station, pass.person_id);
  const person = known.person();
  if (person?.status !== 'registered') return undefined;
  return {
    passId: pass.pass_id,
    barcode: passBarcode(station, pass, person.details, barcodeDoses === 'told' ? known.shownDoses() : {}),
    isVoided: pass.status === 'voided',
    person: person.details,
    centre: passCentre(station),
    ...seriesFacts(
      seriesGround(station, known, { birthDate: person.details.birthDate, passId: pass.pass_id }),
    ),
    announced: pass.announced ?? undefined,
    ...(pass.message === null ? {} : { message: JSON.parse(pass.message) as Bilingual }),
  };
}

/** From what a pass tells of doses; how many there are goes by what is confirmed, or would be. */
export function seriesGround(
  station: Reads,
  known: KnownOf,
  {
    birthDate,
    passId,
    confirmed = known.confirmed(),
  }: {
    readonly birthDate: BirthDate;
    readonly passId: PassId | undefined;
    readonly confirmed?: ConfirmedSchedules;
  },
): SeriesGround {
  const [first] = known.active();
  const hasDay = known.dates().length > 0 || known.doses().some((row) => row.voided_at === null);
  return {
    birthDate,
    confirmed,
    dates: known.dates().map((row) => ({
      productId: row.product_id,
      day: row.day,
      plannedDose: row.planned_dose,
      startsAt: row.starts_at,
      status: row.status,
    })),
    doses: known
      .doses()
      .filter((row) => row.voided_at === null)
      .map(shownDose),
    first: first?.productId as ProductId,
    ...(hasDay ? {} : { issuedOn: issueDay(station, known.personId, passId) }),
  };
}

function issueDay(
  { db, settings }: Reads,
  personId: PersonId,
  passId: PassId | undefined,
): PlainDate | undefined {
  const issued = historyOf(db, personId).find(
    ({ event }) => event.type === 'PassIssued' && event.data.passId === passId,
  );
  return issued && plainDateAt(issued.occurredAt, settings.timeZone);
}

/** What a pass says of the centre that issues it. */
export function passCentre({ settings }: Pick<Reads, 'settings'>): PassCentre {
  return {
    name: settings.centreName,
    timeZone: settings.timeZone,
    street: settings.centreAddress,
    phone: settings.centrePhone,
  };
}

/**
 * The text of the pass barcode: made anew each time from the record and the pass key, never stored. In a connected
 * centre it is tagged with the key that all stations have.
 */
function passBarcode(
  station: BarcodeReads,
  pass: PassRow,
  identity: NonNullable<PassFacts['person']>,
  doses: Partial<DoseState>,
): string {
  const wanted = connectionOf(station.db) === 'connected' ? headquartersPassKey : pass.key_id;
  const key = station.barcodeKeys.all.find(({ keyId }) => keyId === wanted) ?? station.barcodeKeys.current;
  const made = createPassBarcode(key, {
    passId: pass.pass_id,
    ...doses,
    identity,
  });
  if (!made.ok) throw new Error(`the barcode of a pass cannot be made: ${made.refusal}`);
  return made.value;
}

function shownDose(row: DoseRow) {
  return {
    productId: row.product_id,
    ordinal: row.ordinal,
    givenOn: row.given_on,
    productName: row.product_name ?? productOf(row.product_id)?.name ?? row.product_id,
    ...(row.issuer === null ? { lot: row.lot } : { isElsewhere: true }),
    isDayKnown: row.is_day_known === 1,
  };
}
