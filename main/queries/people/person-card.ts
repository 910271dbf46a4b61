import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { isSameSeries, productOf } from '../../../domain/products/catalogue.ts';
import { ageWarning } from '../../../domain/products/product.ts';
import { type Schedule, seriesIsComplete, windowOfDose } from '../../../domain/schedules/schedule.ts';
import { unseenWarningsOf } from '../../../domain/vaccination/places-of-doses.ts';
import { doseWarnings } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { stateOfWork } from '../../store/outbox/outbox.ts';
import { appointmentsOf, visitOn } from '../../store/tables/appointments/appointments.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { type DoseRow, dosesOfSet, seriesDoseOf } from '../../store/tables/vaccination/doses.ts';
import { isPassToCome } from '../passes/expected-pass.ts';
import { vaccineChoice, vaccineNamer } from '../products/name-vaccine.ts';
import { productOfRows } from '../products/product-of-person.ts';
import { actorName } from '../staff/actor-name.ts';
import { connectionOf } from '../sync/connection-of.ts';

/** Everything the desk shows about one person; undefined for somebody unknown or erased. */
export function personCard(station: Reads, personId: PersonId): PersonCard | undefined {
  const { db } = station;
  const person = personById(db, personId);
  if (person?.status !== 'registered') return undefined;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const doses = dosesOfSet(db, linkedSetOf(db, personId));
  const dates = appointmentsOf(db, personId);
  const { product, schedule } = productOfRows(station, dates, givenDoses(doses));
  const unseen = new Map(
    unseenWarningsOf(doses.map(seriesDoseOf), schedule).map(({ doseId, warning }) => [doseId, warning]),
  );
  const nameVaccine = vaccineNamer(db);
  const visit = visitOn(db, personId, today);
  const age = ageWarning(product, ageOn(person.details.birthDate, today));
  const ofSeries = doses.filter((dose) => isSameSeries(dose.product_id, product.productId));
  return {
    person: { personId, ...person.details },
    product: { productId: product.productId, name: product.name, doseCount: schedule.doseCount },
    vaccine: nameVaccine(product.productId),
    vaccines: vaccineChoice(db, product.productId),
    appointments: dates.map((row) => ({
      appointmentId: row.appointment_id,
      startsAt: row.starts_at,
      day: row.day,
      plannedDose: row.planned_dose,
      vaccine: nameVaccine(row.product_id),
      status: row.status,
      centre: row.centre ?? undefined,
    })),
    doses: doses.map((row) => ({
      ...doseView(db, row),
      ...(ofSeries.includes(row) ? {} : { isOtherSeries: true }),
      recordedAs: recordedAs(station, row, personId),
      unseenWarning: unseen.get(row.dose_id),
    })),
    window: nextWindow(schedule, ofSeries),
    visit: visit && {
      visitId: visit.visit_id,
      checkedInAt: visit.checked_in_at,
      appointmentId: visit.appointment_id ?? undefined,
    },
    pass: passView(station, personId),
    ...(isPassToCome(station.db, personId) ? { isPassToCome: true } : {}),
    nextAction: nextAction(schedule, ofSeries, visit !== undefined, today),
    warnings: [...(age ? [age] : []), ...doseWarnings({ doses: givenDoses(doses) }, schedule, today)],
  };
}

/** Doses as the rules see them. */
export function givenDoses(rows: readonly DoseRow[]) {
  return rows.map((row) => ({
    doseId: row.dose_id,
    productId: row.product_id,
    ordinal: row.ordinal,
    givenOn: row.given_on,
    isVoided: row.voided_at !== null,
    isElsewhere: row.issuer !== null,
    isDayKnown: row.is_day_known === 1,
  }));
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
    ...(row.issuer === null ? {} : { elsewhere: { issuer: row.issuer, isDayKnown: row.is_day_known === 1 } }),
    vaccinator: actorName(db, row.vaccinator),
    isVoided: row.voided_at !== null,
    voidReason: row.void_reason ?? undefined,
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

function nextWindow(schedule: Schedule, doses: readonly DoseRow[]): PersonCard['window'] {
  const valid = doses.filter((dose) => dose.voided_at === null);
  const last = valid.at(-1);
  if (!last || seriesIsComplete(schedule, valid.length)) return undefined;
  return windowOfDose(schedule, valid.length + 1, last.given_on);
}

function passView(station: Reads, personId: PersonId): PersonCard['pass'] {
  const pass = passOf(station.db, personId);
  if (!pass) return undefined;
  const isElsewhere = connectionOf(station.db) === 'connected';
  const work = isElsewhere ? 'at-headquarters' : stateOfWork(station.db, 'sign-pass', pass.pass_id);
  return {
    passId: pass.pass_id,
    shortNumber: shortNumberOf(pass.pass_id),
    revision: pass.revision,
    doseCount: pass.dose_count,
    isVoided: pass.status === 'voided',
    file: work === 'done' ? 'ready' : work,
  };
}

function nextAction(
  schedule: Schedule,
  doses: readonly DoseRow[],
  isCheckedIn: boolean,
  today: PlainDate,
): PersonCard['nextAction'] {
  const valid = doses.filter((dose) => dose.voided_at === null);
  if (seriesIsComplete(schedule, valid.length) || valid.some((dose) => dose.given_on === today))
    return 'none';
  return isCheckedIn ? 'record-dose' : 'check-in';
}
