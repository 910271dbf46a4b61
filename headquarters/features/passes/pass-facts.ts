import { plainDateAt, type TimeZone } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type DoseState, isSameDoseState } from '../../../domain/passes/pass.ts';
import type { PassFacts } from '../../../domain/passes/pass-facts.ts';
import { type SeriesGround, seriesFacts } from '../../../domain/passes/series-facts.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { type Course, courseOn } from '../../../domain/products/course.ts';
import type { Product } from '../../../domain/products/product.ts';
import { shownCourse } from '../../../domain/products/product-in-question.ts';
import { ordinalsOf } from '../../../domain/vaccination/places-of-doses.ts';
import { doseStateOf as stateOfSeries } from '../../../domain/vaccination/vaccination.ts';
import { createPassBarcode, type PassKey } from '../../../issuing/barcode/pass-barcode.ts';
import type { Centre } from '../../store/centres.ts';
import type { KeptPass } from '../../store/passes.ts';
import type { KnownPerson } from './person-history.ts';

/** Which vaccine the pass of somebody tells of. */
export function productShown(known: KnownPerson): Product {
  const { appointments, series, active } = known;
  const course = shownCourse({ dates: appointments.appointments, doses: series.doses });
  const shown = course?.productId ?? active[0];
  const product = shown && productOf(shown);
  if (!product) throw new Error(`no product ${shown}`);
  return product;
}

/** Which course of it; of somebody with neither date nor dose, that of today. */
export function courseShown(known: KnownPerson, today: PlainDate): Course {
  const { appointments, series } = known;
  return (
    shownCourse({ dates: appointments.appointments, doses: series.doses }) ??
    courseOn(productShown(known).productId, today)
  );
}

/** How many valid doses of that course, and when the last one: what the barcode carries. */
export function doseStateOf(known: KnownPerson): DoseState {
  const { appointments, series } = known;
  return stateOfSeries(series, shownCourse({ dates: appointments.appointments, doses: series.doses }));
}

/** Everything that a pass says now; undefined once the person was erased. */
export function passFactsOf(
  known: KnownPerson,
  pass: KeptPass,
  {
    centre,
    key,
    passUrl,
    barcodeDoses = 'told',
  }: {
    readonly centre: Centre;
    readonly key: PassKey;
    readonly passUrl?: string;
    /** Whether the barcode tells the doses: not where it lies with somebody who must not know of them. */
    readonly barcodeDoses?: 'told' | 'untold';
  },
): PassFacts | undefined {
  const { person } = known;
  const ground = seriesGroundOf(known, pass, centre.timeZone);
  if (person.status !== 'registered' || !person.details || !ground) return undefined;
  const barcode = createPassBarcode(key, {
    passId: pass.passId,
    ...(barcodeDoses === 'told' ? doseStateOf(known) : {}),
    identity: person.details,
  });
  if (!barcode.ok) throw new Error(`the barcode of a pass cannot be made: ${barcode.refusal}`);
  return {
    passId: pass.passId,
    barcode: barcode.value,
    isVoided: pass.isVoided,
    person: person.details,
    centre: {
      name: centre.name,
      timeZone: centre.timeZone,
      street: centre.address || undefined,
      phone: centre.phone || undefined,
      email: centre.email || undefined,
    },
    ...seriesFacts(ground),
    announced: announcedNow(known, pass),
    ...(pass.message ? { message: pass.message } : {}),
    ...(passUrl ? { passUrl } : {}),
  };
}

/** From what a pass tells of doses; undefined once the person was erased. */
export function seriesGroundOf(
  { person, appointments, series, lots, active, confirmed, history }: KnownPerson,
  { passId }: Pick<KeptPass, 'passId'>,
  zone: TimeZone,
): SeriesGround | undefined {
  const [first] = active;
  if (person.status !== 'registered' || !person.details || !first) return undefined;
  const issued = history.find(({ event }) => event.type === 'PassIssued' && event.data.passId === passId);
  return {
    birthDate: person.details.birthDate,
    confirmed,
    dates: appointments.appointments,
    doses: dosesShown(series, lots),
    first,
    issuedOn: issued && plainDateAt(issued.occurredAt, zone),
  };
}

/**
 * A phone may ask after a dose is known and before it is decided that the pass says so: it tells of it then, since it
 * finds the same count at the next time.
 */
function announcedNow(known: KnownPerson, { announced }: KeptPass): PassFacts['announced'] {
  const { pass } = known;
  if (pass.status === 'valid' && !isSameDoseState(pass.doses, doseStateOf(known))) return 'dose-count';
  return announced === 'next-appointment' && isBehindTheNext(known) ? 'planned-dates' : announced;
}

/** Whether the date that changed last is to be kept after another one, or was to be. */
function isBehindTheNext({ history, appointments: { appointments } }: KnownPerson): boolean {
  const changed = history.findLast(({ event }) => dateEvents.has(event.type))?.event.data;
  const date =
    changed && 'appointmentId' in changed
      ? appointments.find(({ appointmentId }) => appointmentId === changed.appointmentId)
      : undefined;
  return (
    date !== undefined &&
    appointments.some(
      ({ status, startsAt }) => (status === 'booked' || status === 'checked-in') && startsAt < date.startsAt,
    )
  );
}

const dateEvents: ReadonlySet<string> = new Set([
  'AppointmentBooked',
  'AppointmentMoved',
  'AppointmentCancelled',
]);

function dosesShown({ doses }: KnownPerson['series'], lots: KnownPerson['lots']) {
  const ordinals = ordinalsOf(
    doses.map((dose) => ({ ...dose, isElsewhere: dose.isElsewhere === true, overrides: [] })),
  );
  return doses
    .filter(({ isVoided }) => !isVoided)
    .map(({ doseId, productId, ordinal, givenOn, isElsewhere, isDayKnown }) => ({
      productId,
      ordinal: ordinals.get(doseId) ?? ordinal,
      givenOn,
      productName: productOf(productId)?.name ?? productId,
      ...(isElsewhere ? { isElsewhere } : { lot: lots.get(doseId) }),
      isDayKnown,
    }));
}
