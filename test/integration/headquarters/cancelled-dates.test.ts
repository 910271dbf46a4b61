import { expect, it } from 'vitest';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { cancelOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import type { Centre } from '../../../headquarters/store/centres.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookingSuite } from '../../support/booking-suite.ts';
import { must } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const MINUTES_A_DAY = 24 * 60;
const { opened, anOpenCentre, twoDates, freeIn, book, post } = bookingSuite();

async function aGuest(capacity?: number) {
  const centre = await anOpenCentre(capacity);
  const { personId, appointmentIds } = must(await book(centre, await twoDates(centre)));
  const [first, second] = appointmentIds as [AppointmentId, AppointmentId];
  const path = personalPath(opened().headquarters, centre.id, personId);
  const page = async (what: string) => (await opened().app.inject(`${path}${what}?lang=de`)).body;
  return { centre, personId, first, second, dates: () => page('/dates'), pass: () => page('') };
}

/** As a station sends it. */
const record = (centre: Centre, stream: string, event: StationEvent) =>
  inCentre(opened().headquarters.databases.app, centre.id, (db) =>
    recordEvents(opened().headquarters, db, { centre: centre.id, stream, actor: 'desk', events: [event] }),
  );

const cancelledBecause = (
  personId: PersonId,
  appointmentId: AppointmentId,
  reason: 'asked' | 'day-closed' | 'wrong-entry',
): StationEvent => ({ type: 'AppointmentCancelled', version: 1, data: { personId, appointmentId, reason } });

it('a date of a day that the centre closed is told on both pages, with the way to another', async () => {
  const { centre, personId, second, dates, pass } = await aGuest();
  expect(await dates()).not.toContain('Abgesagte Termine');
  await record(centre, personId, cancelledBecause(personId, second, 'day-closed'));
  const told = await dates();
  expect(told).toContain('<strong>2. Impfung</strong>: <s>Mo., 21.12.2026, 09:00 Uhr</s>');
  expect(told).toContain(
    'Das Impfzentrum ist an diesem Tag geschlossen. Bitte kommen Sie zu dieser Zeit nicht.',
  );
  expect(told).toMatch(/href="[^"]+choose=2[^"]*">Neuen Termin für die 2\. Impfung wählen/);
  const front = await pass();
  expect(front).toContain('Termine, die nicht stattfinden');
  expect(front).toMatch(/<s>[^<]*21\.12\.2026[^<]*<\/s>/);
  expect(front).not.toMatch(/<strong>[^<]*21\.12\.2026/);
  expect(front).toContain('An diesem Tag ist das Impfzentrum geschlossen.');
});

it('after another date was chosen it says which one is kept instead', async () => {
  const { centre, personId, second, dates } = await aGuest();
  await record(centre, personId, cancelledBecause(personId, second, 'day-closed'));
  const choice = await opened().app.inject(
    `${personalPath(opened().headquarters, centre.id, personId)}/dates?choose=2&lang=de`,
  );
  const links = [...choice.body.matchAll(/action="([^"]+\/book\/[^"]+)"/g)].map(([, link]) => link ?? '');
  const next = (await freeIn(centre)).find(({ day }) => day === '2026-12-22')?.slotId ?? '';
  await post(links.find((link) => link.includes(next)) ?? '', []);
  const told = await dates();
  expect(told).toContain('Für diese Impfung gilt Ihr Termin am Di., 22.12.2026, 09:00 Uhr.');
  expect(told).not.toContain('Neuen Termin für die 2. Impfung');
});

it('a date that its holder cancelled is told, and no reason is made up', async () => {
  const { centre, personId, second, dates, pass } = await aGuest();
  must(
    await cancelOnline(opened().headquarters, centre, {
      personId,
      appointmentId: second,
      actor: 'citizen',
    }),
  );
  expect(await dates()).toContain('Dieser Termin ist abgesagt. Bitte kommen Sie zu dieser Zeit nicht.');
  expect(await dates()).not.toContain('geschlossen');
  expect(await pass()).toContain('Dieser Termin ist abgesagt.');
});

it('a mistake of the desk is no date, and one that was asked for is told until its time', async () => {
  const { centre, personId, first, second, dates } = await aGuest();
  await record(centre, personId, cancelledBecause(personId, first, 'wrong-entry'));
  expect(await dates()).not.toContain('Abgesagte Termine');
  await record(centre, personId, cancelledBecause(personId, second, 'asked'));
  expect(await dates()).toContain('Abgesagte Termine');
  const { clock } = opened();
  const before = clock.now;
  clock.now = addMinutes(before, 29 * MINUTES_A_DAY);
  expect(await dates()).not.toContain('Abgesagte Termine');
  clock.now = before;
});

it('of a closed day whoever was not reached learns it afterwards, too, as long as the dose has no date', async () => {
  const { centre, personId, first, second, dates } = await aGuest();
  await record(centre, personId, cancelledBecause(personId, second, 'day-closed'));
  await record(centre, personId, cancelledBecause(personId, first, 'day-closed'));
  const { clock } = opened();
  const before = clock.now;
  clock.now = addMinutes(before, 10 * MINUTES_A_DAY);
  const told = await dates();
  clock.now = before;
  expect(told).toContain('<s>Mo., 30.11.2026, 09:00 Uhr</s>');
  expect(told.match(/Bitte kommen Sie zu dieser Zeit nicht/g)).toHaveLength(1);
});

it('a date that still stands on a day that is a holiday now is told not to be kept', async () => {
  const { centre, dates, pass } = await aGuest();
  const day = '2026-12-21' as PlainDate;
  await record(centre, 'centre', { type: 'HolidaySet', version: 1, data: { day, name: 'Umbau' } });
  await untilSo(async () =>
    (await dates()).includes('Bitte kommen Sie nicht, und verschieben Sie den Termin.'),
  );
  expect((await pass()).match(/<s>[^<]*21\.12\.2026/g)).toHaveLength(1);
  expect(await pass()).toContain('30.11.2026');
});
