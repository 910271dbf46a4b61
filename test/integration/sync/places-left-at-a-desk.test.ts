import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppointmentId, idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { cancelOnline, moveOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { cancelAppointment } from '../../../main/commands/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../../main/commands/appointments/move-appointment.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { aHeadquartersWithPasses, passWith } from '../../support/connected-centre.ts';
import type { TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, askToken, openOnlineDays } from '../../support/headquarters-station.ts';
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

function moveAtDesk(
  personId: PersonId,
  appointmentId: AppointmentId,
  clock: string,
  day = '2026-12-23',
): void {
  const to = slot(day as PlainDate, clock);
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

const statusOf = (personId: PersonId, appointmentId: AppointmentId) =>
  appointmentsOf(desk.station.db, personId).find((date) => date.appointment_id === appointmentId);
const post = (url: string) => headquarters.app.inject({ method: 'POST', url });

/** Somebody whose second date the desk has moved to a place of its own, which headquarters knows. */
async function movedAtDesk(clock: string) {
  const done = await booked();
  const second = done.appointmentIds[1] as AppointmentId;
  moveAtDesk(done.personId, second, clock, '2026-12-24');
  await desk.push();
  await untilSo(() => isFree(done.slots[1]));
  const place = personalPath(headquarters.headquarters, centre.id, done.personId);
  return { ...done, second, place, places: (await free()).length };
}

test('given the desk moved a date that was booked online, then its holder moves it by the private page to a free place, and cancels it', async () => {
  const { personId, slots, second, place, places } = await movedAtDesk('09:00');
  const moved = await post(`${place}/dates/${second}/move/${slots[1]}?lang=de`);
  expect(moved.headers.location).toBe(`${place}/dates?say=moved&lang=de`);
  expect([await isFree(slots[1]), (await free()).length]).toEqual([false, places - 1]);
  await desk.pullUntil('the move', () =>
    statusOf(personId, second)?.starts_at.startsWith(days[1] ?? '') ? true : undefined,
  );
  const cancelled = await post(`${place}/dates/${second}/cancel?lang=de`);
  expect(cancelled.headers.location).toBe(`${place}/dates?say=cancelled&lang=de`);
  expect((await free()).length).toBe(places);
  const again = await cancelOnline(headquarters.headquarters, centre, {
    personId,
    appointmentId: second,
    actor: 'citizen',
  });
  expect([again, (await free()).length]).toEqual([{ ok: false, refusal: 'appointment-unknown' }, places]);
}, 60_000);

test('given the desk moved a date that was booked online, when its holder cancels it through the API, then it ends and no place is freed twice', async () => {
  const { personId, second, places } = await movedAtDesk('09:10');
  const { clientId, clientSecret } = await createApiClient(headquarters.headquarters, centre.id, 'Portal', [
    'appointments',
  ]);
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const token = await askToken(headquarters, { scope: 'appointments' }, { authorization: `Basic ${basic}` });
  const answer = await headquarters.app.inject({
    method: 'POST',
    url: `/api/v1/appointments/${second}/cancel`,
    headers: {
      authorization: `Bearer ${(token.json() as { access_token: string }).access_token}`,
      'idempotency-key': 'cancel-moved-1',
    },
  });
  expect(answer.statusCode).toBe(200);
  expect((await free()).length).toBe(places);
  await desk.pullUntil('the cancellation', () =>
    statusOf(personId, second)?.status === 'cancelled' ? true : undefined,
  );
}, 60_000);

test('given a date that the desk booked, then the private page that offers to move it moves it to an online place', async () => {
  const details = aPerson({ givenName: 'Jutta' });
  const { personId } = must(registerPerson(desk.station, 'operator', { details, source: 'desk' }));
  const { appointmentId } = must(
    bookAppointment(desk.station, 'operator', {
      personId,
      productId: idOf<ProductId>('comirnaty'),
      plannedDose: 1,
      startsAt: slot('2026-12-10' as PlainDate, '09:00').startsAt,
      source: 'desk',
    }),
  );
  await desk.push();
  await passWith(desk, personId, 0);
  const place = personalPath(headquarters.headquarters, centre.id, personId);
  const page = await headquarters.app.inject(`${place}/dates?move=${appointmentId}&lang=de`);
  const [action = ''] = [...page.body.matchAll(/action="([^"]+\/move\/[^"]+)"/g)].map(([, link]) => link);
  const slotId = action.split('?')[0]?.split('/').at(-1) ?? '';
  expect(await isFree(slotId)).toBe(true);
  const moved = await post(action.replaceAll('&amp;', '&'));
  expect(moved.headers.location).toBe(`${place}/dates?say=moved&lang=de`);
  expect(await isFree(slotId)).toBe(false);
}, 60_000);
