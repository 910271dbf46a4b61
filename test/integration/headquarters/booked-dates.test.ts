import { describe, expect, it } from 'vitest';
import {
  type AppointmentId,
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
} from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { passFactsOf } from '../../../headquarters/features/passes/pass-facts.ts';
import { passKeyOf } from '../../../headquarters/features/passes/pass-signing.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { validPassesOf } from '../../../headquarters/store/passes.ts';
import { bookingSuite } from '../../support/booking-suite.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aPerson } from '../../support/test-station.ts';

const { opened, anOpenCentre, freeIn, twoDates, book, post } = bookingSuite();

const firstDoseOf = (personId: PersonId, appointmentId: AppointmentId) =>
  ({
    type: 'DoseAdministered',
    version: 7,
    data: {
      doseId: idOf<DoseId>(`dose-of-${personId}`),
      personId,
      appointmentId,
      productId: idOf<ProductId>('comirnaty'),
      lot: 'L-1',
      site: 'left-upper-arm',
      route: 'intramuscular',
      amountMl: 0.3,
      ordinal: 1,
      givenOn: '2026-11-30' as PlainDate,
      vaccinator: 'staff:test',
      overrides: [],
    },
  }) as const;

describe('dates', () => {
  it('closer together than the schedule wants are not booked', async () => {
    const centre = await anOpenCentre();
    const free = await freeIn(centre);
    const sameDay = free.filter(({ day }) => day === '2026-11-30').map(({ slotId }) => slotId);
    expect(await book(centre, sameDay.slice(0, 2))).toEqual({ ok: false, refusal: 'interval-too-short' });
    expect(await book(centre, sameDay.slice(0, 1))).toEqual({ ok: false, refusal: 'dates-missing' });
  });

  it('of another centre are not booked here', async () => {
    const [one, other] = [await anOpenCentre(), await anOpenCentre()];
    expect(await book(one, await twoDates(other))).toEqual({ ok: false, refusal: 'slot-unknown' });
  });

  it('are moved and cancelled by the private link, and their places are free again', async () => {
    const centre = await anOpenCentre(1);
    const dates = await twoDates(centre);
    const booked = await book(centre, dates);
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(opened().headquarters, centre.id, booked.value.personId);
    const [, second = ''] = booked.value.appointmentIds;
    const page = await opened().app.inject(`${place}/dates?move=${second}`);
    const [action = ''] = [...page.body.matchAll(/action="([^"]+\/move\/[^"]+)"/g)].map(([, link]) => link);
    const moved = await post(action ?? '', []);
    expect(moved.headers.location).toBe(`${place}/dates?say=moved&lang=de`);
    expect((await freeIn(centre)).map(({ slotId }) => slotId)).toContain(dates[1]);
    const cancelled = await post(`${place}/dates/${second}/cancel`, []);
    expect(cancelled.headers.location).toBe(`${place}/dates?say=cancelled&lang=de`);
    expect((await post(`${place}/dates/${second}/cancel`, [])).headers.location).toContain('cancelled');
    expect((await freeIn(centre)).filter(({ day }) => day > '2026-12-01')).toHaveLength(6);
  });

  it('come in the language in which they were booked, whatever the browser prefers', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre), { details: aPerson({ language: 'de' }) });
    if (!booked.ok) throw new Error(booked.refusal);
    const url = personalPath(opened().headquarters, centre.id, booked.value.personId);
    const headers = { 'accept-language': 'en-GB,en' };
    expect((await opened().app.inject({ url, headers })).body).toContain('<html lang="de"');
    expect((await opened().app.inject({ url: `${url}?lang=en`, headers })).body).toContain('<html lang="en"');
  });

  it('of somebody else are not reached by a private link', async () => {
    const centre = await anOpenCentre();
    const details: PersonDetails = aPerson({ givenName: 'Max' });
    const [mine, theirs] = [
      await book(centre, await twoDates(centre)),
      await book(centre, await twoDates(centre), { details }),
    ];
    if (!mine.ok || !theirs.ok) throw new Error('not booked');
    const place = personalPath(opened().headquarters, centre.id, mine.value.personId);
    const foreign = theirs.value.appointmentIds[0] ?? '';
    expect((await post(`${place}/dates/${foreign}/cancel`, [])).headers.location).toContain('notChanged');
    const forged = place.replace(mine.value.personId, theirs.value.personId);
    expect((await opened().app.inject(forged)).statusCode).toBe(404);
  });

  it('are cancelled after one question that says which and what stays, and a new one is offered and booked', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(opened().headquarters, centre.id, booked.value.personId);
    const [, second = ''] = booked.value.appointmentIds;
    const dates = await opened().app.inject(`${place}/dates`);
    expect(dates.body).not.toContain('<form');
    const asked = await opened().app.inject(`${place}/dates/${second}/cancel?lang=de`);
    expect(asked.body).toContain('Diesen Termin absagen?');
    expect(asked.body).toContain('<strong>2. Impfung</strong>: Mo., 21.12.2026, 09:00 Uhr');
    expect(asked.body).toContain('Es bleibt die 1. Impfung: Mo., 30.11.2026, 09:00 Uhr');
    expect((await opened().app.inject(`${place}/dates`)).body).toContain('21.12.2026');
    const [action = ''] = [...asked.body.matchAll(/action="([^"]+)"/g)].map(([, link]) => link);
    const after = await opened().app.inject(String((await post(action, [])).headers.location));
    expect(after.body).toContain('Sie können gleich einen neuen wählen.');
    expect(after.body).toContain('2. Impfung: noch kein Termin');
    const [choose = ''] = [...after.body.matchAll(/href="([^"]+choose=2[^"]*)"/g)].map(([, link]) => link);
    const choice = await opened().app.inject(choose.replaceAll('&amp;', '&'));
    expect(choice.body).toContain('<summary>Montag, 21.12.2026 ');
    expect(choice.body).not.toContain('<summary>Montag, 30.11.2026 ');
    const [take = ''] = [...choice.body.matchAll(/action="([^"]+\/book\/[^"]+)"/g)].map(([, link]) => link);
    const location = String((await post(take, [])).headers.location);
    expect(location).toContain('say=booked');
    expect((await opened().app.inject(location)).body.match(/Verschieben/g)).toHaveLength(2);
    expect((await post(take, [])).headers.location).toBe(location);
  });

  it('outside the recommended time are shown and said to be so where nothing in it is free, and can be taken', async () => {
    const id = await aCentre(opened(), 'booking-late');
    const hours = { from: '09:00', minutes: 10, capacity: 1 };
    for (const [day, to] of [
      ['2026-11-30', '09:20'],
      ['2026-12-21', '09:10'],
      ['2027-01-05', '09:10'],
    ] as const)
      await openOnlineDay(opened().headquarters, id, { ...hours, day, to });
    const centre = (await centreOf(opened().headquarters.databases.app, id)) as Centre;
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const { personId, appointmentIds } = booked.value;
    const place = personalPath(opened().headquarters, id, personId);
    await post(`${place}/dates/${appointmentIds[1]}/cancel?lang=de`, []);
    const choice = async () => (await opened().app.inject(`${place}/dates?choose=2&lang=de`)).body;
    expect(await choice()).toContain('sehen Sie hier die Tage 21.12.2026 – 28.12.2026');
    expect(await choice()).not.toContain('05.01.2027');
    const other = await book(centre, await twoDates(centre), { details: aPerson({ givenName: 'Max' }) });
    expect(other.ok).toBe(true);
    const outside = await choice();
    expect(outside).toContain(
      'Im empfohlenen Zeitraum 21.12.2026 – 28.12.2026 ist nichts frei. Auch diese Tage sind möglich:',
    );
    expect(outside).toContain('<summary>Dienstag, 05.01.2027 ');
    const [take = ''] = [...outside.matchAll(/action="([^"]+\/book\/[^"]+)"/g)].map(([, link]) => link);
    expect((await post(take, [])).headers.location).toContain('say=booked');
  });

  it('are offered on later days however many places are free before them, when booking and when choosing again', async () => {
    const id = await aCentre(opened(), 'booking-busy');
    const hours = { from: '06:00', to: '22:00', minutes: 5, capacity: 1 };
    for (let day = 30 - 19; day <= 30; day++)
      await openOnlineDay(opened().headquarters, id, { ...hours, day: `2026-12-${day}` });
    await openOnlineDay(opened().headquarters, id, { ...hours, day: '2026-11-30' });
    const centre = (await centreOf(opened().headquarters.databases.app, id)) as Centre;
    const pageOf = async (...slots: string[]) => {
      const words = new URLSearchParams(slots.map((slot): [string, string] => ['slot', slot]));
      return (await opened().app.inject(`/book/${id}?${words}`)).body;
    };
    const slotIn = (page: string, day: string) =>
      /slot=([\w-]+)&amp;lang/.exec(
        page.slice(page.indexOf(`${day} `)).replaceAll(/slot=[\w-]+&amp;slot=/g, 'slot='),
      )?.[1] ?? '';
    const first = slotIn(await pageOf(), '30.11.2026');
    const second = await pageOf(first);
    expect(second).toContain('<summary>Montag, 21.12.2026 ');
    expect(second.match(/192 Zeiten frei/g)).toHaveLength(8);
    const booked = await book(centre, [first, slotIn(second, '21.12.2026')]);
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(opened().headquarters, id, booked.value.personId);
    const choice = await opened().app.inject(`${place}/dates?move=${booked.value.appointmentIds[1]}`);
    expect(choice.body).toContain('<summary>Montag, 28.12.2026 ');
  });

  it('of the first dose are moved only so far that the second keeps its distance', async () => {
    const centre = await anOpenCentre();
    for (const day of ['2026-12-01', '2026-12-02', '2027-02-10'])
      await openOnlineDay(opened().headquarters, centre.id, {
        day,
        from: '09:00',
        to: '09:10',
        minutes: 10,
        capacity: 1,
      });
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(opened().headquarters, centre.id, booked.value.personId);
    const [first = '', second = ''] = booked.value.appointmentIds;
    const ofFirst = (await opened().app.inject(`${place}/dates?move=${first}`)).body;
    expect([...ofFirst.matchAll(/<summary>\w+, ([\d.]+) /g)].map(([, day]) => day)).toEqual(['30.11.2026']);
    expect(ofFirst).toContain('Damit der Abstand zwischen den Impfungen stimmt');
    const ofSecond = (await opened().app.inject(`${place}/dates?move=${second}`)).body;
    expect(ofSecond).toContain('21.12.2026');
    expect(ofSecond).not.toContain('10.02.2027');
    const late = (await freeIn(centre)).find(({ day }) => day === '2026-12-02')?.slotId ?? '';
    const forced = await post(`${place}/dates/${first}/move/${late}`, []);
    expect(forced.headers.location).toContain('interval');
  });

  it('of a first dose whose second is too near say so, and not that nothing is free', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(opened().headquarters, centre.id, booked.value.personId);
    await post(`${place}/dates/${booked.value.appointmentIds[0]}/cancel?lang=de`, []);
    const before = opened().clock.now;
    const choice = async () => (await opened().app.inject(`${place}/dates?choose=1&lang=de`)).body;
    expect(await choice()).toContain('sehen Sie hier die Tage');
    try {
      opened().clock.now = '2026-12-01T08:00:00.000Z' as Instant;
      const late = await choice();
      expect(late).toContain('Bis zum Termin Ihrer 2. Impfung reicht der Abstand nicht mehr.');
      expect(late).not.toContain('kein Termin frei');
      expect(late).not.toContain('<summary>');
    } finally {
      opened().clock.now = before;
    }
  });

  it('that are moved when the recommended days have begun or are over name no day of the past', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const { personId, appointmentIds } = booked.value;
    const place = personalPath(opened().headquarters, centre.id, personId);
    const [first, second] = appointmentIds as [AppointmentId, AppointmentId];
    await inCentre(opened().headquarters.databases.app, centre.id, (db) =>
      recordEvents(opened().headquarters, db, {
        centre: centre.id,
        stream: personId,
        actor: 'staff-1',
        events: [firstDoseOf(personId, first)],
      }),
    );
    const before = opened().clock.now;
    const choice = async () => (await opened().app.inject(`${place}/dates?move=${second}&lang=de`)).body;
    try {
      opened().clock.now = '2026-12-20T20:00:00.000Z' as Instant;
      expect(await choice()).toContain('sehen Sie hier die Tage 21.12.2026 – 28.12.2026');
      opened().clock.now = '2026-12-22T06:00:00.000Z' as Instant;
      expect(await choice()).toContain('sehen Sie hier die Tage 22.12.2026 – 28.12.2026');
      const places = { from: '09:00', to: '09:10', minutes: 10, capacity: 1 };
      for (const day of ['2026-12-28', '2027-01-11'])
        await openOnlineDay(opened().headquarters, centre.id, { ...places, day });
      opened().clock.now = '2026-12-28T06:00:00.000Z' as Instant;
      expect(await choice()).toContain('sehen Sie hier nur den 28.12.2026.');
      opened().clock.now = '2027-01-04T06:00:00.000Z' as Instant;
      const late = await choice();
      expect(late).toContain('Der empfohlene Zeitraum ist vorbei. Diese Tage sind noch möglich:');
      expect(late).toContain('<summary>Montag, 11.01.2027 ');
      expect(late).not.toContain('sehen Sie hier die Tage');
    } finally {
      opened().clock.now = before;
    }
  });

  it('that change behind the next one are told by the phone with all dates, since the next stays as it is', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const { personId, appointmentIds } = booked.value;
    const place = personalPath(opened().headquarters, centre.id, personId);
    const announced = () =>
      inCentre(opened().headquarters.databases.app, centre.id, async (db) => {
        const [pass] = await validPassesOf(db, [personId]);
        const known = await loadPerson(opened().headquarters, db, centre.id, personId);
        const key = await passKeyOf(opened().headquarters, centre.id);
        return (
          pass && passFactsOf(known, { ...pass, announced: 'next-appointment' }, { centre, key })?.announced
        );
      });
    const free = await freeIn(centre);
    const moveTo = (appointmentId = '', on: string) => {
      const slot = free.findLast(({ day }) => day === on)?.slotId ?? '';
      return post(`${place}/dates/${appointmentId}/move/${slot}`, []);
    };
    await moveTo(appointmentIds[1], '2026-12-21');
    expect(await announced()).toBe('planned-dates');
    await moveTo(appointmentIds[0], '2026-11-30');
    expect(await announced()).toBe('next-appointment');
  });
});
