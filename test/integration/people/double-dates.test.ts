import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppointmentId, idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { doubleDates } from '../../../main/histories/double-dates.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { linkedSetOf } from '../../../main/store/tables/people/person-links.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const approvedBy = idOf<StaffId>('second');
const requestId = '0197a000-0000-4000-8000-000000000001';
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory());
});
afterEach(() => opened.close());

/** Two records of one person, each with a date. */
function twice(): [PersonId, PersonId] {
  const { station, clock } = opened;
  const details = aPerson({ email: 'erika@example.invalid' });
  return [
    expectPerson(station, details, addMinutes(clock.now, 60)),
    expectPerson(station, details, addMinutes(clock.now, 24 * 60)),
  ];
}

const pair = ([personId, otherId]: [PersonId, PersonId]) => ({ personId, otherId });
const statusesOf = (personId: PersonId) =>
  appointmentsOf(opened.station.db, personId).map(({ status }) => status);
const idsOf = (dates: readonly { appointmentId: AppointmentId }[]) =>
  dates.map(({ appointmentId }) => appointmentId);
const link = (
  people: [PersonId, PersonId],
  release?: { of: 'person' | 'other'; appointmentIds: AppointmentId[] },
) => linkPersons(opened.station, 'operator', { ...pair(people), approvedBy, requestId, release });

describe('two records of one person that both have dates', () => {
  test('are linked, and the dates of the one that was chosen end in the same step, with what follows', () => {
    const people = twice();
    const [kept, other] = people;
    const appointmentIds = idsOf(doubleDates(opened.station, pair(people)).ofOther);
    expect(appointmentIds).toHaveLength(1);
    must(link(people, { of: 'other', appointmentIds }));
    expect(linkedSetOf(opened.station.db, kept)).toContain(other);
    expect(statusesOf(kept)).toEqual(['booked']);
    expect(statusesOf(other)).toEqual(['cancelled']);
    expect(doubleDates(opened.station, pair(people))).toEqual({ ofPerson: [], ofOther: [] });
    const told = opened.station.db.all<{ payload: string }>(
      "SELECT payload FROM outbox WHERE kind = 'send-message'",
    );
    expect(told.filter(({ payload }) => payload.includes('appointment-cancelled'))).toHaveLength(1);
    // The same request once more ends nothing else.
    must(link(people, { of: 'other', appointmentIds }));
    expect(statusesOf(kept)).toEqual(['booked']);
  });

  test('keep all of them where nothing is released', () => {
    const people = twice();
    must(link(people));
    expect(people.map(statusesOf)).toEqual([['booked'], ['booked']]);
  });

  test('are not linked, and nothing ends, when the dates are others than those that were shown', () => {
    const people = twice();
    const { ofPerson, ofOther } = doubleDates(opened.station, pair(people));
    const wrong = [
      { of: 'other' as const, appointmentIds: idsOf(ofPerson) },
      { of: 'person' as const, appointmentIds: [...idsOf(ofPerson), ...idsOf(ofOther)] },
      { of: 'person' as const, appointmentIds: [] },
    ];
    for (const release of wrong)
      expect(link(people, release)).toEqual({ ok: false, refusal: 'dates-changed' });
    expect(linkedSetOf(opened.station.db, people[0])).toEqual([people[0]]);
    expect(people.map(statusesOf)).toEqual([['booked'], ['booked']]);
  });

  test('are asked to keep those after a dose', () => {
    const { station, clock } = opened;
    const vaccinated = expectPerson(station, aPerson(), clock.now);
    const overrides = ['not-checked-in'] as const;
    const dose = { lot: 'L-1', site: 'left-upper-arm', consent: 'oral', overrides } as const;
    must(recordDose(station, 'operator', { personId: vaccinated, ...dose }));
    // As many as there can be after a dose: the date of the second one.
    must(
      bookDates(station, 'operator', {
        personId: vaccinated,
        source: 'desk',
        dates: [{ plannedDose: 2, startsAt: addMinutes(clock.now, 22 * 1440) }],
      }),
    );
    const again = expectPerson(station, aPerson(), addMinutes(clock.now, 60));
    const { ofPerson, ofOther } = doubleDates(station, { personId: vaccinated, otherId: again });
    expect(ofPerson).toEqual([]);
    expect(ofOther).toHaveLength(1);
  });
});
