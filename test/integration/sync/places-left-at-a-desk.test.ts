import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { moveOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { cancelAppointment } from '../../../main/commands/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../../main/commands/appointments/move-appointment.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { aHeadquartersWithPasses } from '../../support/connected-centre.ts';
import type { TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { openSlots, slot } from '../../support/slot-centre.ts';
import { aPerson, must } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const days = ['2026-11-30', '2026-12-22'];
let headquarters: TestHeadquarters;
let centre: Centre;
let desk: JoinedStation;

beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
  const id = await aCentre(headquarters, 'plaetze');
  await openOnlineDays(headquarters, id, days, 1);
  centre = (await centreOf(headquarters.headquarters.databases.app, id)) as Centre;
  desk = await aJoinedStation(headquarters, id);
  openSlots(desk.station);
}, 120_000);
afterAll(async () => {
  desk?.close();
  await headquarters?.close();
});

const free = () =>
  inCentre(headquarters.headquarters.databases.app, centre.id, (db) =>
    freeSlots(db, { after: headquarters.clock.now }),
  );
const isFree = async (slotId: string) => (await free()).some((slot) => slot.slotId === slotId);

/** Somebody who booked online and is known at the desk. */
async function booked(): Promise<Booked & { readonly slots: readonly [string, string] }> {
  const slots = await free();
  const [first = '', second = ''] = days.map((day) => slots.find((slot) => slot.day === day)?.slotId ?? '');
  const wish = { details: aPerson(), slotIds: [first, second], mayMail: false, actor: 'citizen' };
  const done = must(await bookOnline(headquarters.headquarters, centre, wish));
  await desk.pullUntil('the dates', () =>
    appointmentsOf(desk.station.db, done.personId).length === 2 ? true : undefined,
  );
  expect([await isFree(first), await isFree(second)]).toEqual([false, false]);
  return { ...done, slots: [first, second] };
}

function moveAtDesk(personId: PersonId, appointmentId: AppointmentId, clock: string): void {
  const to = slot('2026-12-23' as PlainDate, clock);
  must(moveAppointment(desk.station, 'operator', { personId, appointmentId, ...to, reason: 'asked' }));
}

test('given a date that was booked online, when the desk cancels or moves it, then its online place is free for others', async () => {
  const { personId, appointmentIds, slots } = await booked();
  const [first, second] = appointmentIds as [AppointmentId, AppointmentId];
  must(cancelAppointment(desk.station, 'operator', { personId, appointmentId: first, reason: 'asked' }));
  await desk.push();
  await untilSo(() => isFree(slots[0]));
  expect(await isFree(slots[1])).toBe(false);
  moveAtDesk(personId, second, '09:00');
  await desk.push();
  await untilSo(() => isFree(slots[1]));
}, 60_000);

test('given the desk moved a date and the citizen moved it afterwards, then the place that they chose stays theirs', async () => {
  const { personId, appointmentIds, slots } = await booked();
  const [, second] = appointmentIds as [AppointmentId, AppointmentId];
  moveAtDesk(personId, second, '09:10');
  headquarters.clock.now = addMinutes(headquarters.clock.now, 30);
  const other =
    (await free()).find(({ day, slotId }) => day === days[1] && slotId !== slots[1])?.slotId ?? '';
  const wish = { personId, appointmentId: second, actor: 'citizen', slotId: other };
  must(await moveOnline(headquarters.headquarters, centre, wish));
  await desk.push();
  const cancelled = { personId, appointmentId: appointmentIds[0] as AppointmentId, reason: 'asked' } as const;
  must(cancelAppointment(desk.station, 'operator', cancelled));
  await desk.push();
  await untilSo(() => isFree(slots[0]));
  expect(await isFree(other)).toBe(false);
}, 60_000);
