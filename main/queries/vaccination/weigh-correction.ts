import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { datesFollowOtherDoses } from '../../../domain/follow-ups/date-follow-ups.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import { type DoseId, idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { type KnownPerson, withEvents } from '../../../domain/known-person.ts';
import { birthDateOf } from '../../../domain/people/person.ts';
import { isSameSeries, productOf, products } from '../../../domain/products/catalogue.ts';
import { courseOn, diseaseOfCourse, isOfCourse, nameOfCourse } from '../../../domain/products/course.ts';
import { ageWarning } from '../../../domain/products/product.ts';
import { shownCourse } from '../../../domain/products/product-in-question.ts';
import { mayAsk } from '../../../domain/staff/roles.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import { type CorrectDose, correctionOf, type EntryFault } from '../../../domain/vaccination/correct-dose.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import type { DoseCorrected, DoseWarning } from '../../../domain/vaccination/events.ts';
import { nextDoseOn } from '../../../domain/vaccination/next-dose.ts';
import { doseStateOf, doseWarnings, validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import { mayGiveDoses } from '../../../domain/vaccination/who-may.ts';
import type { Reads } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { allStaff } from '../../store/tables/staff/staff.ts';
import { productForKnown } from '../products/product-of-person.ts';
import { actorName } from '../staff/actor-name.ts';
import { lotState } from '../stock/lot-ground.ts';
import { movedDraw } from '../stock/moved-draw.ts';

export interface DoseOfPerson {
  readonly personId: PersonId;
  readonly doseId: DoseId;
}

/** What stands there about a dose that can be corrected, and from what can be chosen. */
export function doseEntry(
  { db }: Reads,
  { personId, doseId }: DoseOfPerson,
): Result<ChannelOutput<'desk.dose-entry'>, 'person-unknown' | 'dose-unknown' | 'dose-already-voided'> {
  const known = loadPerson(db, personId);
  if (!('details' in known.person)) return refuse('person-unknown');
  const dose = known.vaccination.doses.find((each) => each.doseId === doseId);
  if (!dose?.entry) return refuse('dose-unknown');
  if (dose.isVoided) return refuse('dose-already-voided');
  const givers = allStaff(db)
    .filter(({ roles }) => mayAsk(mayGiveDoses, roles) === 'yes')
    .map(({ staffId, name }) => ({ vaccinator: `staff:${staffId}`, name }));
  const { vaccinator } = dose.entry;
  const isAmong = givers.some((each) => each.vaccinator === vaccinator);
  return accept({
    entry: dose.entry,
    products: products.map(({ productId, name, route, amountMl }) => ({ productId, name, route, amountMl })),
    vaccinators: isAmong ? givers : [{ vaccinator, name: actorName(db, vaccinator) }, ...givers],
  });
}

/** What else would be different with this entry. Records nothing. */
export function weighCorrection(
  station: Reads,
  wish: Pick<CorrectDose, 'doseId' | 'personId' | 'to'>,
): Result<ChannelOutput<'desk.weigh-correction'>, EntryFault | 'person-unknown'> {
  const { db } = station;
  const { personId, doseId, to } = wish;
  const known = loadPerson(db, personId);
  if (!('details' in known.person)) return refuse('person-unknown');
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const weighed = correctionOf(known.vaccination, { ...wish, today });
  if (!weighed.ok) return weighed;
  // Nobody signed it: it is thought through, not recorded.
  const event: DoseCorrected = {
    type: 'DoseCorrected',
    version: 2,
    data: { ...weighed.value, approvedBy: idOf('nobody') },
  };
  const before = withSeries(db, personId, known);
  const after = withEvents(before, [event]);
  const moved = movedDraw(station, doseId, to);
  const blocked = lotState({ db }, to)?.blocked;
  const consentFor = otherConsent(station, wish);
  return accept({
    ...placeEffect(before, after, doseId),
    next: nextEffects(before, after, doseId, today),
    dates: dateEffects(event, personId, after),
    ...passEffect(before, after),
    ...(moved
      ? {
          stock: {
            from: { product: nameOf(moved.data.from.productId), lot: moved.data.from.lot },
            to: { product: nameOf(moved.data.productId), lot: moved.data.lot },
            objections: [...moved.data.objections],
          },
        }
      : {}),
    warnings: warningsOf(after, doseId, to),
    ...(blocked === undefined ? {} : { blocked }),
    ...(consentFor === undefined ? {} : { consentFor }),
  });
}

function placeEffect(before: KnownPerson, after: KnownPerson, doseId: DoseId) {
  const [one, other] = [placeIn(before, doseId), placeIn(after, doseId)];
  if (!one || !other || (one.course === other.course && one.ordinal === other.ordinal)) return {};
  return { place: { before: one, after: other } };
}

function placeIn({ vaccination }: KnownPerson, doseId: DoseId) {
  const dose = vaccination.doses.find((each) => each.doseId === doseId);
  if (!dose) return undefined;
  const course = courseOn(dose.productId, dose.givenOn);
  const ordinal = validDosesOf(vaccination, course).findIndex((each) => each.doseId === doseId) + 1;
  return { ordinal, disease: diseaseOfCourse(course), course: nameOfCourse(course) };
}

type Effects = ChannelOutput<'desk.weigh-correction'>['next'];

/** Of the series that the dose was counted in, and of the one that it is counted in then. */
function nextEffects(before: KnownPerson, after: KnownPerson, doseId: DoseId, today: PlainDate): Effects {
  const [was, is] = [before, after].map(
    ({ vaccination }) => vaccination.doses.find((each) => each.doseId === doseId)?.productId,
  );
  const series = [is, ...(was && is && isSameSeries(was, is) ? [] : [was])].filter(
    (each) => each !== undefined,
  );
  return series.flatMap((productId) => {
    const [one, other] = [nextOf(before, productId, today), nextOf(after, productId, today)];
    const isSame = JSON.stringify(one) === JSON.stringify(other);
    return isSame ? [] : [{ vaccine: nameOf(productId), before: one, after: other }];
  });
}

function nextOf(known: KnownPerson, productId: ProductId, today: PlainDate): Effects[number]['before'] {
  const { schedule } = productForKnown(courseOn(productId, today), known);
  const { status, window } = nextDoseOn(known.vaccination, schedule, today);
  return window ?? (status === 'not-complete' ? 'first' : 'none');
}

function dateEffects(event: DoseCorrected, personId: PersonId, after: KnownPerson) {
  const { events = [] } = datesFollowOtherDoses.follow(
    [{ event } as RecordedEvent & { event: DoseCorrected }],
    {
      person: () => after,
      linkedSet: () => [personId],
    },
  );
  return events.flatMap(({ event: following }) => {
    if (following.type !== 'AppointmentReplanned') return [];
    const { appointmentId, plannedDose } = following.data;
    const date = after.appointments.appointments.find((each) => each.appointmentId === appointmentId);
    return date ? { startsAt: date.startsAt, vaccine: nameOf(date.productId), dose: plannedDose } : [];
  });
}

function passEffect(before: KnownPerson, after: KnownPerson) {
  if (before.pass.status !== 'valid') return {};
  const [one, other] = [before, after].map(({ vaccination, appointments }) => {
    const ground = { dates: appointments.appointments, doses: vaccination.doses };
    return doseStateOf(vaccination, shownCourse(ground)).doseCount;
  }) as [number, number];
  return one === other ? {} : { pass: { before: one, after: other } };
}

/** What the rules have against such a dose on that day, by what was given before it. */
function warningsOf(after: KnownPerson, doseId: DoseId, to: DoseEntry): DoseWarning[] {
  const { givenOn, productId, expiresOn } = to;
  const others = after.vaccination.doses.filter(
    (dose) => dose.doseId !== doseId && (dose.givenOn <= givenOn || dose.isVoided),
  );
  const course = courseOn(productId, givenOn);
  const known = { ...after, vaccination: { doses: others } };
  const { product, schedule } = productForKnown(course, known);
  const birthDate = birthDateOf(after.person);
  const age = birthDate && ageWarning(product, ageOn(birthDate, givenOn));
  const isOnOneDay = others.some(
    (dose) => !dose.isVoided && dose.givenOn === givenOn && isOfCourse(course, dose.productId, givenOn),
  );
  return [
    ...(expiresOn !== undefined && expiresOn < givenOn ? ['lot-expired' as const] : []),
    ...(age ? [age] : []),
    ...(isOnOneDay ? ['dose-already-today' as const] : doseWarnings(known.vaccination, schedule, givenOn)),
  ];
}

/** They agreed to the vaccine that was written down, where that is not this one. */
function otherConsent({ db }: Reads, { personId, doseId, to }: DoseOfPerson & { to: DoseEntry }) {
  const given = historyOf(db, personId).find(
    ({ event }) => event.type === 'DoseAdministered' && event.data.doseId === doseId,
  )?.event;
  if (given?.type !== 'DoseAdministered' || given.data.consentId === undefined) return undefined;
  return given.data.productId === to.productId ? undefined : nameOf(given.data.productId);
}

function nameOf(productId: DoseEntry['productId']): string {
  return productOf(productId)?.name ?? productId;
}
