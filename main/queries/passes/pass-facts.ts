import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PassId, ProductId } from '../../../domain/kernel/ids.ts';
import type { PassCentre, PassFacts } from '../../../domain/passes/pass-facts.ts';
import { isSameSeries, productOf } from '../../../domain/products/catalogue.ts';
import { shownProduct } from '../../../domain/products/product-in-question.ts';
import { createPassBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import type { BarcodeKeys } from '../../barcode-keys.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { type AppointmentRow, appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { type PassRow, passById } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { type DoseRow, dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { activeProductIds } from '../products/active-products.ts';
import { withSchedule } from '../products/product-of-person.ts';

/** Whether the barcode of a pass tells the doses: not where it lies with somebody who must not know of them. */
export type BarcodeDoses = 'told' | 'untold';

type BarcodeReads = Reads & { readonly barcodeKeys: BarcodeKeys };

/** Everything that the pass says at its present revision; undefined for an unknown pass or an erased person. */
export function passFacts(
  station: BarcodeReads,
  passId: PassId,
  barcodeDoses: BarcodeDoses = 'told',
): PassFacts | undefined {
  const { db } = station;
  const pass = passById(db, passId);
  const person = pass && personById(db, pass.person_id);
  if (!pass || person?.status !== 'registered') return undefined;
  const dates = appointmentsOf(db, pass.person_id);
  const given = dosesOfSet(db, linkedSetOf(db, pass.person_id)).filter((row) => row.voided_at === null);
  const { product, schedule } = shownOnPass(db, dates, given);
  const isShown = (productId: ProductId) => isSameSeries(productId, product.productId);
  const barcode = passBarcode(station, pass, person.details, barcodeDoses);
  return {
    passId,
    barcode,
    isVoided: pass.status === 'voided',
    person: person.details,
    centre: passCentre(station),
    product: { name: product.name, disease: product.disease },
    plannedDoses: schedule.doseCount,
    ...seriesOnPass(dates, given, isShown),
    ...othersOnPass(dates, given, isShown),
    announced: pass.announced ?? undefined,
    ...(pass.message === null ? {} : { message: JSON.parse(pass.message) as Bilingual }),
  };
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

/** The text of the pass barcode: made anew each time from the record and the pass key, never stored. */
function passBarcode(
  station: BarcodeReads,
  pass: PassRow,
  identity: NonNullable<PassFacts['person']>,
  doses: BarcodeDoses,
): string {
  const key =
    station.barcodeKeys.all.find(({ keyId }) => keyId === pass.key_id) ?? station.barcodeKeys.current;
  const made = createPassBarcode(key, {
    passId: pass.pass_id,
    ...(doses === 'told' ? { doseCount: pass.dose_count, lastDoseOn: pass.last_dose_on ?? undefined } : {}),
    identity,
  });
  if (!made.ok) throw new Error(`the barcode of a pass cannot be made: ${made.refusal}`);
  return made.value;
}

/** The series that the pass tells of; for somebody with no date or dose the first vaccine of the centre. */
function shownOnPass(db: ReadableDb, dates: readonly AppointmentRow[], given: readonly DoseRow[]) {
  const shown = shownProduct({
    dates: dates.map(({ product_id, day, status }) => ({ productId: product_id, day, status })),
    doses: given.map(({ product_id, given_on }) => ({
      productId: product_id,
      givenOn: given_on,
      isVoided: false,
    })),
  });
  const [first] = activeProductIds(db);
  return withSchedule((shown ?? first) as ProductId);
}

function seriesOnPass(
  dates: readonly AppointmentRow[],
  given: readonly DoseRow[],
  isOfSeries: (productId: ProductId) => boolean,
): Pick<PassFacts, 'appointments' | 'doses'> {
  return {
    // A pass of this centre tells the dates at this centre.
    appointments: dates
      .filter(({ product_id }) => isOfSeries(product_id))
      .flatMap(({ planned_dose, starts_at, status }) =>
        status === 'elsewhere' ? [] : [{ plannedDose: planned_dose, startsAt: starts_at, status }],
      ),
    doses: given
      .filter(({ product_id }) => isOfSeries(product_id))
      .map((row) => ({
        ordinal: row.ordinal,
        givenOn: row.given_on,
        productName: row.product_name ?? productOf(row.product_id)?.name ?? row.product_id,
        ...(row.issuer === null ? { lot: row.lot } : { isElsewhere: true }),
        isDayKnown: row.is_day_known === 1,
      })),
  };
}

/** Every other series of the person, each under the name of its newest product. */
function othersOnPass(
  dates: readonly AppointmentRow[],
  given: readonly DoseRow[],
  isShown: (productId: ProductId) => boolean,
): Pick<PassFacts, 'others'> {
  const names = new Map<string, ProductId>();
  for (const { product_id } of [...dates, ...given])
    if (!isShown(product_id)) names.set(productOf(product_id)?.series ?? product_id, product_id);
  const others = [...names.values()].map((productId) => ({
    name: productOf(productId)?.name ?? productId,
    ...seriesOnPass(dates, given, (other) => isSameSeries(other, productId)),
  }));
  return others.length === 0 ? {} : { others };
}
