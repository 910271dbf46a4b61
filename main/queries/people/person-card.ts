import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { secondRecordFacts, secondRecordWarnings } from '../../../domain/people/second-record.ts';
import { secondRecordSentence } from '../../../domain/people/second-record-sentence.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { courseOn, isOfCourse } from '../../../domain/products/course.ts';
import { ageWarning } from '../../../domain/products/product.ts';
import type { Schedule } from '../../../domain/schedules/schedule.ts';
import { reactionWarnings } from '../../../domain/vaccination/earlier-reactions.ts';
import { type NextDose, nextDoseOn } from '../../../domain/vaccination/next-dose.ts';
import { planObservation } from '../../../domain/vaccination/observation.ts';
import { unseenWarningsOf } from '../../../domain/vaccination/places-of-doses.ts';
import { reactionSentence } from '../../../domain/vaccination/reaction-sentence.ts';
import { doseWarnings } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { stateOfWork } from '../../store/outbox/outbox.ts';
import type { VisitRow } from '../../store/tables/appointments/appointments.ts';
import { personById } from '../../store/tables/people/people.ts';
import type { DoseRow } from '../../store/tables/vaccination/doses.ts';
import { isPassToCome } from '../passes/expected-pass.ts';
import { vaccineChoice } from '../products/name-vaccine.ts';
import { actorName } from '../staff/actor-name.ts';
import { type KnownOf, knownOf } from './known-of.ts';

/** Everything the desk shows about one person; undefined for somebody unknown or erased. */
export function personCard(
  station: Reads,
  personId: PersonId,
  known = knownOf(station, personId),
): PersonCard | undefined {
  const { db } = station;
  const person = known.person();
  if (person?.status !== 'registered') return undefined;
  const { today } = known;
  const doses = known.doses();
  const { product, schedule } = known.inQuestion();
  const unseen = new Map(
    unseenWarningsOf(known.series(), schedule).map(({ doseId, warning }) => [doseId, warning]),
  );
  const nameVaccine = known.nameVaccine();
  const visit = known.visit();
  const age = ageWarning(product, ageOn(person.details.birthDate, today));
  const next = nextDoseOn({ doses: known.given() }, schedule, today);
  const course = courseOn(product.productId, today);
  const reactions = known.reactions();
  const ofCourse = doses.filter((dose) => isOfCourse(course, dose.product_id, dose.given_on));
  return {
    person: { personId, ...person.details },
    product: {
      productId: product.productId,
      name: product.name,
      doseCount: schedule.doseCount,
      observationMinutes: planObservation(product, {
        hasReacted: doses.some((dose) => dose.has_reacted === 1),
      }).minutes,
    },
    vaccine: nameVaccine(product.productId),
    vaccines: vaccineChoice(known.active(), product.productId),
    appointments: known.dates().map((row) => ({
      appointmentId: row.appointment_id,
      startsAt: row.starts_at,
      day: row.day,
      plannedDose: row.planned_dose,
      vaccine: nameVaccine(row.product_id),
      status: row.status,
      answeredAheadAt: row.answered_ahead_at ?? undefined,
      centre: row.centre ?? undefined,
    })),
    doses: doses.map((row) => ({
      ...doseView(db, row),
      ...(ofCourse.includes(row) ? {} : { isOtherSeries: true }),
      recordedAs: recordedAs(station, row, personId),
      unseenWarning: unseen.get(row.dose_id),
    })),
    window: next.window,
    stands: next.sentence,
    ...(next.sentence && isEnded(next) ? { isNoneDue: true as const } : {}),
    visit: visit && {
      visitId: visit.visit_id,
      checkedInAt: visit.checked_in_at,
      appointmentId: visit.appointment_id ?? undefined,
    },
    ...(visit ? {} : endedVisitView(known)),
    pass: passView(db, known),
    ...(isPassToCome(known) ? { isPassToCome: true } : {}),
    nextAction: reactions.some(({ warning }) => warning === 'person-died')
      ? 'none'
      : nextAction(next, ofCourse, visit !== undefined, today),
    ...(reactions.length > 0
      ? { reactions: reactions.map((each) => ({ warning: each.warning, sentence: reactionSentence(each) })) }
      : {}),
    ...(known.screening() ? { isHeldByAnswers: true as const } : {}),
    ...secondView(known, schedule),
    warnings: [
      ...new Set([
        ...reactionWarnings(reactions),
        ...(age ? [age] : []),
        ...doseWarnings({ doses: known.given() }, schedule, today),
        ...secondRecordWarnings(known.given(), known.second(), schedule, today),
      ]),
    ],
  };
}

/** For whoever may not read what is medical. */
export function withoutReactions({ reactions: _, ...card }: PersonCard): PersonCard {
  const isTold = (warning: string) => warning !== 'severe-reaction' && warning !== 'earlier-reaction';
  return { ...card, warnings: card.warnings.filter(isTold) };
}

/** The last one that ended without a dose. */
function endedVisitView(known: KnownOf): Pick<PersonCard, 'endedVisit'> {
  const ended = known
    .endedVisits()
    .reduce<VisitRow | undefined>(
      (last, each) => (last && last.stage_since > each.stage_since ? last : each),
      undefined,
    );
  if (!ended?.ended) return {};
  return { endedVisit: { visitId: ended.visit_id, endedAt: ended.stage_since, reason: ended.ended } };
}

export function doseView(db: ReadableDb, row: DoseRow): PersonCard['doses'][number] {
  return {
    doseId: row.dose_id,
    personId: row.person_id,
    ordinal: row.ordinal,
    givenOn: row.given_on,
    recordedAt: row.recorded_at,
    productName: row.product_name ?? productOf(row.product_id)?.name ?? row.product_id,
    lot: row.lot,
    ...(row.issuer === null ? {} : { elsewhere: elsewhereView(db, row, row.issuer) }),
    ...(row.indication ? { indication: row.indication } : {}),
    ...(row.site === '' ? {} : { entry: { expiresOn: row.expires_on ?? undefined, site: row.site } }),
    ...(row.corrected_at ? { correctedAt: row.corrected_at } : {}),
    vaccinator: actorName(db, row.vaccinator),
    isVoided: row.voided_at !== null,
    voidReason: row.void_reason ?? undefined,
  };
}

function elsewhereView(db: ReadableDb, row: DoseRow, issuer: string) {
  const seenBy = row.seen_by ? actorName(db, `staff:${row.seen_by}`) : undefined;
  return {
    issuer,
    isDayKnown: row.is_day_known === 1,
    ...(row.source === 'booklet' ? { paper: { page: row.page ?? '', ...(seenBy ? { seenBy } : {}) } } : {}),
  };
}

/** The other record that a dose stands in, where two are linked as one person. */
export function recordedAs(
  { db }: Reads,
  row: DoseRow,
  personId: PersonId,
): PersonCard['doses'][number]['recordedAs'] {
  if (row.person_id === personId) return undefined;
  const other = personById(db, row.person_id);
  if (other?.status !== 'registered') return undefined;
  const { givenName, familyName, birthDate } = other.details;
  return { personId: row.person_id, givenName, familyName, birthDate };
}

function secondView(known: KnownOf, schedule: Schedule): Pick<PersonCard, 'second'> {
  const second = known.second();
  const [personId] = second?.personIds ?? [];
  if (!second || !personId) return {};
  return {
    second: { personId, sentence: secondRecordSentence(secondRecordFacts(second, schedule, known.today)) },
  };
}

function passView(db: ReadableDb, known: KnownOf): PersonCard['pass'] {
  const pass = known.pass();
  if (!pass) return undefined;
  const isElsewhere = known.connection() === 'connected';
  const work = isElsewhere ? 'at-headquarters' : stateOfWork(db, 'sign-pass', pass.pass_id);
  return {
    passId: pass.pass_id,
    shortNumber: shortNumberOf(pass.pass_id),
    revision: pass.revision,
    doseCount: known.shownDoses().doseCount,
    isVoided: pass.status === 'voided',
    file: work === 'done' ? 'ready' : work,
  };
}

/** Nothing is due, and not because all doses were given. */
function isEnded({ status, window }: NextDose): boolean {
  return window === undefined && status !== 'complete' && status !== 'not-complete';
}

function nextAction(
  { status }: NextDose,
  doses: readonly DoseRow[],
  isCheckedIn: boolean,
  today: PlainDate,
): PersonCard['nextAction'] {
  const valid = doses.filter((dose) => dose.voided_at === null);
  if (status !== 'not-complete' || valid.some((dose) => dose.given_on === today && dose.is_day_known === 1))
    return 'none';
  return isCheckedIn ? 'record-dose' : 'check-in';
}
