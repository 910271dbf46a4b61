import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { endVisit } from '../../../main/commands/visits/end-visit.ts';
import { recordNoShow } from '../../../main/commands/visits/record-no-show.ts';
import { chooseForRow } from '../../../main/import/choose-rows.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const before: Instant = instantOf(Date.parse('2026-11-25T08:00:00Z'));
const after: Instant = instantOf(Date.parse('2026-11-25T10:00:00Z'));
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, before);
});
afterEach(() => opened.close());

const { stage, importAll, counts } = listImport(() => opened.station);
const header = 'Patientennummer;Nachname;Vorname;Geburtsdatum;Termin';
const list = (termin: string, givenName = 'Anna') => `${header}\n4711;Berg;${givenName};12.03.1985;${termin}`;
const today = '25.11.2026 10:00';
const anna = () => personIdByAnyId(opened.station.db, '4711') as PersonId;
const dates = () => appointmentsOf(opened.station.db, anna()).map(({ day, status }) => `${day} ${status}`);

function leaves(): void {
  const { station, clock } = opened;
  clock.now = after;
  const personId = anna();
  const [date] = appointmentsOf(station.db, personId);
  if (!date) throw new Error('no date');
  const overrides = ['no-appointment', 'wrong-day'] as const;
  const { visitId } = must(
    checkIn(station, 'operator', {
      personId,
      appointmentId: date.appointment_id,
      via: 'search',
      overrides: [...overrides],
    }),
  );
  must(endVisit(station, 'operator', { personId, visitId, reason: 'unwell' }));
}

function doesNotCome(): void {
  const { station, clock } = opened;
  clock.now = after;
  const personId = anna();
  const [date] = appointmentsOf(station.db, personId);
  if (!date) throw new Error('no date');
  must(recordNoShow(station, 'operator', { personId, appointmentId: date.appointment_id }));
}

describe.each([
  ['left without the dose', leaves, 'not-vaccinated'],
  ['did not come', doesNotCome, 'no-show'],
])('somebody who %s', (_, happens, status) => {
  beforeEach(async () => {
    await importAll(list(today));
    happens();
    expect(dates()).toEqual([`2026-11-25 ${status}`]);
  });

  test('is booked anew by a list that names another day', async () => {
    await importAll(list('03.12.2026 09:30'));
    expect(counts()).toMatchObject({ extended: 1, changed: 0, refused: 0 });
    expect(dates()).toEqual([`2026-11-25 ${status}`, '2026-12-03 booked']);
  });

  test('is left as they are by the list that comes again', async () => {
    await importAll(list(today));
    expect(counts()).toMatchObject({ unchanged: 1, extended: 0, refused: 0 });
    expect(dates()).toEqual([`2026-11-25 ${status}`]);
  });

  test('is not booked for the day that is over, by a correction of the same list either', async () => {
    const importId = await stage(list(today, 'Anne'));
    expect(counts()).toMatchObject({ changed: 1 });
    must(chooseForRow(opened.station, { importId, row: 2, choice: 'take' }));
    must(opened.station.importDesk.run(importId, false));
    await opened.station.importDesk.settled();
    expect(dates()).toEqual([`2026-11-25 ${status}`]);
  });

  test('is booked anew by a correction that names another day', async () => {
    const importId = await stage(list('03.12.2026 09:30', 'Anne'));
    must(chooseForRow(opened.station, { importId, row: 2, choice: 'take' }));
    must(opened.station.importDesk.run(importId, false));
    await opened.station.importDesk.settled();
    expect(dates()).toEqual([`2026-11-25 ${status}`, '2026-12-03 booked']);
  });
});
