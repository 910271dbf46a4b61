import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { productInQuestion, shownCourse } from '../../../domain/products/product-in-question.ts';
import { doseStateOf } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import {
  type AppointmentRow,
  appointmentsOf,
  visitsOn,
} from '../../store/tables/appointments/appointments.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { confirmedSchedules } from '../../store/tables/schedules/centre-schedules.ts';
import { dosesOfSet, givenDoseOf, seriesDoseOf } from '../../store/tables/vaccination/doses.ts';
import { activeProducts } from '../products/active-products.ts';
import { nameAmong } from '../products/name-vaccine.ts';
import { withSchedule } from '../products/product-of-person.ts';
import { heldByAnswers } from '../screening/screening.ts';
import { connectionOf } from '../sync/connection-of.ts';
import { earlierReactions } from '../vaccination/earlier-reactions.ts';
import { secondRecords } from './second-records.ts';

export type KnownOf = ReturnType<typeof knownOf>;

/**
 * What the read models say of somebody: each part is read when it is first asked for, and once. For one question, with
 * nothing recorded in between: it does not learn of anything afterwards.
 */
export function knownOf(station: Reads, personId: PersonId) {
  const { db } = station;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const person = once(() => personById(db, personId));
  const dates = once(() => appointmentsOf(db, personId));
  const people = once(() => linkedSetOf(db, personId));
  /** Of all the records that are one with theirs, voided ones included. */
  const doses = once(() => dosesOfSet(db, people()));
  const given = once(() => doses().map(givenDoseOf));
  const active = once(() => activeProducts(db));
  const confirmed = once(() => confirmedSchedules(db));
  const ground = once(() => ({ dates: dates().map(dateAsRuled), doses: given() }));
  /** Which vaccine they are here for. */
  const inQuestion = once(() => {
    const ids = active().map(({ productId }) => productId);
    const birthDate = person()?.details.birthDate;
    const productId = productInQuestion({
      today,
      birthDate,
      active: ids,
      confirmed: confirmed(),
      ...ground(),
    });
    return withSchedule(courseOn(productId, today), { birthDate, doses: given(), confirmed: confirmed() });
  });
  const visits = once(() => visitsOn(db, personId, today));
  const visit = () => visits().find(({ ended }) => ended === null);
  return {
    personId,
    today,
    person,
    /** The one that they are here for. */
    visit,
    /** What their answers in this visit have against a dose. */
    screening: once(() => heldByAnswers(db, personId, visit()?.visit_id)),
    /** Those of today that ended without a dose. */
    endedVisits: () => visits().filter(({ ended }) => ended !== null),
    dates,
    doses,
    given,
    /** Other records with the same name and birth date. */
    second: once(() => secondRecords(station, personId)),
    series: once(() => doses().map(seriesDoseOf)),
    pass: once(() => passOf(db, personId)),
    /** How many doses any pass of theirs shows, and the day of the last. */
    shownDoses: once(() => doseStateOf(ground(), shownCourse(ground()))),
    connection: once(() => connectionOf(db)),
    active,
    /** What the centre confirmed for each vaccination. */
    confirmed,
    nameVaccine: once(() => nameAmong(active())),
    inQuestion,
    /** How they reacted to earlier doses, as far as it concerns that vaccine. */
    reactions: once(() => earlierReactions(station, people(), given(), inQuestion().product.productId)),
  };
}

/** Somebody as one question knows them, however often it asks. */
export function knownPeople(station: Reads): (personId: PersonId) => KnownOf {
  const known = new Map<PersonId, KnownOf>();
  return (personId) => {
    const kept = known.get(personId) ?? knownOf(station, personId);
    known.set(personId, kept);
    return kept;
  };
}

function dateAsRuled({ product_id, day, status }: AppointmentRow) {
  return { productId: product_id, day, status };
}

function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
