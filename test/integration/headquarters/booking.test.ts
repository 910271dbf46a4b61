import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { type BookOnline, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { passFactsOf } from '../../../headquarters/features/passes/pass-facts.ts';
import { passKeyOf } from '../../../headquarters/features/passes/pass-signing.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { validPassesOf } from '../../../headquarters/store/passes.ts';
import { aHeadquarters, asOwner, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aPerson } from '../../support/test-station.ts';

let test: TestHeadquarters;
beforeAll(async () => {
  test = await aHeadquarters();
});
afterAll(() => test.close());

let centres = 0;

/** A centre with places on a first day and 21 days later. */
async function anOpenCentre(capacity = 2): Promise<Centre> {
  centres += 1;
  const id = await aCentre(test, `booking-${centres}`);
  for (const day of ['2026-11-30', '2026-12-21', '2026-12-22'])
    await openOnlineDay(test.headquarters, id, { day, from: '09:00', to: '09:30', minutes: 10, capacity });
  return (await centreOf(test.headquarters.databases.app, id)) as Centre;
}

const freeIn = (centre: Centre) =>
  inCentre(test.headquarters.databases.app, centre.id, (db) => freeSlots(db, { after: test.clock.now }));

async function twoDates(centre: Centre): Promise<[string, string]> {
  const free = await freeIn(centre);
  const first = free.find(({ day }) => day === '2026-11-30');
  const second = free.find(({ day }) => day === '2026-12-21');
  return [first?.slotId ?? '', second?.slotId ?? ''];
}

const book = (centre: Centre, slotIds: readonly string[], more: Partial<BookOnline> = {}) =>
  bookOnline(test.headquarters, centre, {
    details: aPerson(),
    slotIds,
    mayMail: false,
    actor: 'citizen',
    ...more,
  });

const post = (url: string, fields: [string, string][]) =>
  test.app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const linksIn = (page: string, start: string) =>
  [...page.matchAll(/<li><a href="([^"]+)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => link.startsWith(start) && link.includes('slot='));

const person: [string, string][] = [
  ['givenName', 'Erika'],
  ['familyName', 'Mustermann'],
  ['birthDate', '1964-08-12'],
  ['email', 'erika@example.invalid'],
  ['consent', 'yes'],
];

describe('booking on the page', () => {
  it('leads from the centre over both dates and the details to the pass, without a script', async () => {
    const centre = await anOpenCentre();
    expect((await test.app.inject('/book')).body).toContain(`/book/${centre.id}`);
    const first = await test.app.inject(`/book/${centre.id}`);
    expect(first.body).not.toContain('<script');
    const [firstLink = ''] = linksIn(first.body, `/book/${centre.id}`);
    const second = await test.app.inject(firstLink);
    expect(second.body).toContain('<h3>Montag, 21.12.2026</h3>');
    expect(second.body).not.toContain('<h3>Montag, 30.11.2026');
    const [secondLink = ''] = linksIn(second.body, `/book/${centre.id}`);
    const details = await test.app.inject(secondLink);
    expect(details.body).toContain('name="birthDate"');
    const slots = new URL(secondLink, 'http://x').searchParams.getAll('slot');
    const fields: [string, string][] = [...slots.map((id): [string, string] => ['slot', id]), ...person];
    const booked = await post(`/book/${centre.id}`, fields);
    expect(booked.statusCode, booked.body).toBe(303);
    const place = String(booked.headers.location);
    const page = await test.app.inject({ url: place, headers: { 'user-agent': 'iPhone' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Mustermann');
    expect(page.body).toContain('1. Impfung: Mo., 30.11.2026, 09:00 Uhr');
    expect(page.body).toContain('2. Impfung: Mo., 21.12.2026, 09:00 Uhr');
    expect(page.body).toContain(centre.address);
    expect(page.body.match(/dates\.ics/g)).toHaveLength(1);
    const file = await test.app.inject(`${place}/pass.pkpass`);
    const pass = JSON.parse(Buffer.from(unzipSync(file.rawPayload)['pass.json'] ?? []).toString());
    expect(pass.webServiceURL).toContain(`/wallet/${centre.id}`);
    const calendar = await test.app.inject(`${place}/dates.ics`);
    expect(calendar.body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const paper = await test.app.inject(`${place}/pass.pdf`);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    ['a name that is none', 'familyName', '12345', 'Bitte schreiben Sie Ihren Nachnamen wie im Ausweis'],
    ['no name', 'familyName', ' ', 'Bitte geben Sie Ihren Nachnamen an.'],
    ['a birth date to come', 'birthDate', '2030-01-01', 'Dieses Geburtsdatum kann nicht stimmen.'],
    ['no birth date', 'birthDate', '', 'Bitte geben Sie Ihr Geburtsdatum an.'],
    ['a day that is none', 'birthDate', '1964-02-31', 'Dieses Geburtsdatum kann nicht stimmen.'],
    ['a wrong mail address', 'email', 'not an address', 'Diese E-Mail-Adresse ist nicht vollständig.'],
    ['no consent', 'consent', 'no', 'Ohne Ihre Einwilligung'],
  ])(
    'asks again for %s at its field, keeps what was typed and books nothing',
    async (_what, name, value, said) => {
      const centre = await anOpenCentre();
      const before = await freeIn(centre);
      const fields = person.map(([key, known]): [string, string] => [key, key === name ? value : known]);
      const slots = (await twoDates(centre)).map((id): [string, string] => ['slot', id]);
      const answer = await post(`/book/${centre.id}`, [...slots, ...fields]);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain(`<a href="#${name}">${said}`);
      expect(answer.body).toContain(`id="${name}-fault">${said}`);
      const wrong = answer.body.match(/<input[^>]*aria-invalid[^>]*>/g) ?? [];
      expect(wrong).toHaveLength(1);
      expect(wrong[0]).toContain(`id="${name}"`);
      expect(wrong[0]).toContain(`aria-describedby="${name}-fault" autofocus`);
      expect(answer.body).toContain('value="Erika"');
      expect(await freeIn(centre)).toEqual(before);
    },
  );

  it('names every mistake at once, puts the first under the cursor, and keeps the ticks', async () => {
    const centre = await anOpenCentre();
    const slots = (await twoDates(centre)).map((id): [string, string] => ['slot', id]);
    const typed: [string, string][] = [
      ['phone', '12'],
      ['mayMail', 'yes'],
      ['consent', 'yes'],
      ['language', 'en'],
    ];
    const { body } = await post(`/book/${centre.id}`, [...slots, ...typed]);
    expect(body).toContain('5 entries are missing or not right:');
    expect([...body.matchAll(/href="#(\w+)"/g)].map(([, name]) => name)).toEqual([
      'givenName',
      'familyName',
      'birthDate',
      'email',
      'phone',
    ]);
    expect(body.match(/ autofocus/g)).toHaveLength(1);
    expect(body).toMatch(/id="givenName"[^>]* autofocus/);
    expect(body).toContain('value="12"');
    expect(body.match(/ checked/g)).toHaveLength(2);
  });

  it('shows a name as it was typed and never as markup', async () => {
    const centre = await anOpenCentre();
    const fields: [string, string][] = [
      ['givenName', '<script>alert(1)</script>'],
      ['slot', 'x'],
    ];
    const answer = await post(`/book/${centre.id}`, fields);
    expect(answer.body).not.toContain('<script>');
  });

  it('says so where there is no such centre', async () => {
    expect((await test.app.inject('/book/nowhere')).statusCode).toBe(404);
  });
});

describe('the last place', () => {
  it('goes to exactly one of many who book it at once, and nothing of the others is written', async () => {
    const centre = await anOpenCentre(1);
    const dates = await twoDates(centre);
    const all = await Promise.all(Array.from({ length: 12 }, () => book(centre, dates)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.flatMap((result) => (result.ok ? [] : [result.refusal]))).toEqual(
      new Array(11).fill('slot-full'),
    );
    const counts = await asOwner(test.database.url, (owner) =>
      owner.query(
        `SELECT (SELECT count(*)::int FROM pass WHERE centre_id = $1) AS passes,
          (SELECT count(*)::int FROM booking WHERE centre_id = $1) AS bookings`,
        [centre.id],
      ),
    );
    expect(counts.rows[0]).toEqual({ passes: 1, bookings: 2 });
  });

  it('of a first date stays free when the second is gone', async () => {
    const centre = await anOpenCentre(1);
    const [first, second] = await twoDates(centre);
    const [other = ''] = (await freeIn(centre))
      .filter(({ day, slotId }) => day === '2026-11-30' && slotId !== first)
      .map(({ slotId }) => slotId);
    expect((await book(centre, [other, second])).ok).toBe(true);
    expect(await book(centre, [first, second])).toEqual({ ok: false, refusal: 'slot-full' });
    expect((await freeIn(centre)).map(({ slotId }) => slotId)).toContain(first);
  });
});

describe('what was just booked', () => {
  it('is seen whole at every moment while the feed writer chains it', async () => {
    const centre = await anOpenCentre(9);
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const { personId } = booked.value;
    for (let look = 0; look < 40; look++) {
      const { appointments } = await inCentre(test.headquarters.databases.app, centre.id, (db) =>
        loadPerson(test.headquarters, db, centre.id, personId),
      );
      expect(appointments.appointments).toHaveLength(2);
    }
  });
});

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
    const place = personalPath(test.headquarters, centre.id, booked.value.personId);
    const [, second = ''] = booked.value.appointmentIds;
    const page = await test.app.inject(`${place}/dates?move=${second}`);
    const [action = ''] = [...page.body.matchAll(/action="([^"]+\/move\/[^"]+)"/g)].map(([, link]) => link);
    const moved = await post(action ?? '', []);
    expect(moved.headers.location).toBe(`${place}/dates?say=moved&lang=de`);
    expect((await freeIn(centre)).map(({ slotId }) => slotId)).toContain(dates[1]);
    const cancelled = await post(`${place}/dates/${second}/cancel`, []);
    expect(cancelled.headers.location).toBe(`${place}/dates?say=cancelled&lang=de`);
    expect((await post(`${place}/dates/${second}/cancel`, [])).headers.location).toContain('notChanged');
    expect((await freeIn(centre)).filter(({ day }) => day > '2026-12-01')).toHaveLength(6);
  });

  it('of somebody else are not reached by a private link', async () => {
    const centre = await anOpenCentre();
    const details: PersonDetails = aPerson({ givenName: 'Max' });
    const [mine, theirs] = [
      await book(centre, await twoDates(centre)),
      await book(centre, await twoDates(centre), { details }),
    ];
    if (!mine.ok || !theirs.ok) throw new Error('not booked');
    const place = personalPath(test.headquarters, centre.id, mine.value.personId);
    const foreign = theirs.value.appointmentIds[0] ?? '';
    expect((await post(`${place}/dates/${foreign}/cancel`, [])).headers.location).toContain('notChanged');
    const forged = place.replace(mine.value.personId, theirs.value.personId);
    expect((await test.app.inject(forged)).statusCode).toBe(404);
  });

  it('are cancelled after one question that says which and what stays, and a new one is offered and booked', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(test.headquarters, centre.id, booked.value.personId);
    const [, second = ''] = booked.value.appointmentIds;
    const dates = await test.app.inject(`${place}/dates`);
    expect(dates.body).not.toContain('<form');
    const asked = await test.app.inject(`${place}/dates/${second}/cancel?lang=de`);
    expect(asked.body).toContain('Diesen Termin absagen?');
    expect(asked.body).toContain('<strong>2. Impfung</strong>: Mo., 21.12.2026, 09:00 Uhr');
    expect(asked.body).toContain('Es bleibt die 1. Impfung: Mo., 30.11.2026, 09:00 Uhr');
    expect((await test.app.inject(`${place}/dates`)).body).toContain('21.12.2026');
    const [action = ''] = [...asked.body.matchAll(/action="([^"]+)"/g)].map(([, link]) => link);
    const after = await test.app.inject(String((await post(action, [])).headers.location));
    expect(after.body).toContain('Sie können gleich einen neuen wählen.');
    expect(after.body).toContain('2. Impfung: noch kein Termin');
    const [choose = ''] = [...after.body.matchAll(/href="([^"]+choose=2[^"]*)"/g)].map(([, link]) => link);
    const choice = await test.app.inject(choose.replaceAll('&amp;', '&'));
    expect(choice.body).toContain('<h3>Montag, 21.12.2026</h3>');
    expect(choice.body).not.toContain('<h3>Montag, 30.11.2026</h3>');
    const [take = ''] = [...choice.body.matchAll(/action="([^"]+\/book\/[^"]+)"/g)].map(([, link]) => link);
    const location = String((await post(take, [])).headers.location);
    expect(location).toContain('say=booked');
    expect((await test.app.inject(location)).body.match(/Verschieben/g)).toHaveLength(2);
    expect((await post(take, [])).headers.location).toContain('notChanged');
  });

  it('outside the recommended time are shown and said to be so where nothing in it is free, and can be taken', async () => {
    const id = await aCentre(test, 'booking-late');
    const hours = { from: '09:00', minutes: 10, capacity: 1 };
    for (const [day, to] of [
      ['2026-11-30', '09:20'],
      ['2026-12-21', '09:10'],
      ['2027-01-05', '09:10'],
    ] as const)
      await openOnlineDay(test.headquarters, id, { ...hours, day, to });
    const centre = (await centreOf(test.headquarters.databases.app, id)) as Centre;
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const { personId, appointmentIds } = booked.value;
    const place = personalPath(test.headquarters, id, personId);
    await post(`${place}/dates/${appointmentIds[1]}/cancel?lang=de`, []);
    const choice = async () => (await test.app.inject(`${place}/dates?choose=2&lang=de`)).body;
    expect(await choice()).toContain('sehen Sie hier die Tage 21.12.2026 – 28.12.2026');
    expect(await choice()).not.toContain('05.01.2027');
    const other = await book(centre, await twoDates(centre), { details: aPerson({ givenName: 'Max' }) });
    expect(other.ok).toBe(true);
    const outside = await choice();
    expect(outside).toContain(
      'Im empfohlenen Zeitraum 21.12.2026 – 28.12.2026 ist nichts frei. Auch diese Tage sind möglich:',
    );
    expect(outside).toContain('<h3>Dienstag, 05.01.2027</h3>');
    const [take = ''] = [...outside.matchAll(/action="([^"]+\/book\/[^"]+)"/g)].map(([, link]) => link);
    expect((await post(take, [])).headers.location).toContain('say=booked');
  });

  it('of the first dose are moved only so far that the second keeps its distance', async () => {
    const centre = await anOpenCentre();
    for (const day of ['2026-12-01', '2026-12-02', '2027-02-10'])
      await openOnlineDay(test.headquarters, centre.id, {
        day,
        from: '09:00',
        to: '09:10',
        minutes: 10,
        capacity: 1,
      });
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const place = personalPath(test.headquarters, centre.id, booked.value.personId);
    const [first = '', second = ''] = booked.value.appointmentIds;
    const ofFirst = (await test.app.inject(`${place}/dates?move=${first}`)).body;
    expect([...ofFirst.matchAll(/<h3>\w+, ([\d.]+)<\/h3>/g)].map(([, day]) => day)).toEqual(['30.11.2026']);
    expect(ofFirst).toContain('Damit der Abstand zwischen den Impfungen stimmt');
    const ofSecond = (await test.app.inject(`${place}/dates?move=${second}`)).body;
    expect(ofSecond).toContain('21.12.2026');
    expect(ofSecond).not.toContain('10.02.2027');
    const late = (await freeIn(centre)).find(({ day }) => day === '2026-12-02')?.slotId ?? '';
    const forced = await post(`${place}/dates/${first}/move/${late}`, []);
    expect(forced.headers.location).toContain('interval');
  });

  it('that change behind the next one are told by the phone with all dates, since the next stays as it is', async () => {
    const centre = await anOpenCentre();
    const booked = await book(centre, await twoDates(centre));
    if (!booked.ok) throw new Error(booked.refusal);
    const { personId, appointmentIds } = booked.value;
    const place = personalPath(test.headquarters, centre.id, personId);
    const announced = () =>
      inCentre(test.headquarters.databases.app, centre.id, async (db) => {
        const [pass] = await validPassesOf(db, [personId]);
        const known = await loadPerson(test.headquarters, db, centre.id, personId);
        const key = await passKeyOf(test.headquarters, centre.id);
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
