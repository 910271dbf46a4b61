import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookingSuite } from '../../support/booking-suite.ts';
import { asOwner } from '../../support/headquarters.ts';
import { aPerson } from '../../support/test-station.ts';

const { opened, anOpenCentre, freeIn, twoDates, book, post } = bookingSuite();

const linksIn = (page: string, start: string) =>
  [...page.matchAll(/<li><a [^>]*href="([^"]+)"/g)]
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
    expect((await opened().app.inject('/book')).body).toContain(`/book/${centre.id}`);
    const first = await opened().app.inject(`/book/${centre.id}`);
    expect(first.body).not.toContain('<script');
    const [firstLink = ''] = linksIn(first.body, `/book/${centre.id}`);
    const second = await opened().app.inject(firstLink);
    expect(second.body).toContain('<summary>Montag, 21.12.2026 ');
    expect(second.body).not.toContain('<summary>Montag, 30.11.2026');
    const [secondLink = ''] = linksIn(second.body, `/book/${centre.id}`);
    const details = await opened().app.inject(secondLink);
    expect(details.body).toContain('name="birthDate"');
    const slots = new URL(secondLink, 'http://x').searchParams.getAll('slot');
    const fields: [string, string][] = [...slots.map((id): [string, string] => ['slot', id]), ...person];
    const booked = await post(`/book/${centre.id}`, fields);
    expect(booked.statusCode, booked.body).toBe(303);
    const place = String(booked.headers.location);
    const page = await opened().app.inject({ url: place, headers: { 'user-agent': 'iPhone' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Mustermann');
    expect(page.body).toContain('1. Impfung: Mo., 30.11.2026, 09:00 Uhr');
    expect(page.body).toContain('2. Impfung: Mo., 21.12.2026, 09:00 Uhr');
    expect(page.body).toContain(centre.address);
    expect(page.body.match(/dates\.ics/g)).toHaveLength(1);
    const file = await opened().app.inject(`${place}/pass.pkpass`);
    const pass = JSON.parse(Buffer.from(unzipSync(file.rawPayload)['pass.json'] ?? []).toString());
    expect(pass.webServiceURL).toContain(`/wallet/${centre.id}`);
    const calendar = await opened().app.inject(`${place}/dates.ics`);
    expect(calendar.body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const paper = await opened().app.inject(`${place}/pass.pdf`);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each(['12.8.1964', '12.08.64', '12 August 1964', '1964-08-12'])(
    'takes a birth date as people type it: %s',
    async (birthDate) => {
      const centre = await anOpenCentre();
      const slots = (await twoDates(centre)).map((id): [string, string] => ['slot', id]);
      const fields = person.map(([key, known]): [string, string] => [
        key,
        key === 'birthDate' ? birthDate : known,
      ]);
      expect((await post(`/book/${centre.id}`, [...slots, ...fields])).statusCode).toBe(303);
    },
  );

  it.each([
    ['a name that is none', 'familyName', '12345', 'Bitte schreiben Sie Ihren Nachnamen wie im Ausweis'],
    ['no name', 'familyName', ' ', 'Bitte geben Sie Ihren Nachnamen an.'],
    ['a birth date to come', 'birthDate', '2030-01-01', 'Dieses Geburtsdatum kann nicht stimmen.'],
    ['no birth date', 'birthDate', '', 'Bitte geben Sie Ihr Geburtsdatum an.'],
    ['a year alone', 'birthDate', '1964', 'Dieses Geburtsdatum kann nicht stimmen.'],
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
      expect(wrong[0]).toMatch(new RegExp(`aria-describedby="[^"]*${name}-fault" autofocus`));
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

  it.each([
    ['a newborn', '2026-10-01'],
    ['an eleven-year-old', '2015-06-01'],
  ])(
    'books nothing for %s by a vaccine that is for people of twelve and more, and says so at the birth date',
    async (_, birthDate) => {
      const centre = await anOpenCentre();
      expect((await opened().app.inject(`/book/${centre.id}`)).body).toContain(
        'Comirnaty (COVID-19), ab 12 Jahren',
      );
      const before = await freeIn(centre);
      const slots = await twoDates(centre);
      const fields = person.map(([key, known]): [string, string] => [
        key,
        key === 'birthDate' ? birthDate : known,
      ]);
      const answer = await post(`/book/${centre.id}`, [
        ...slots.map((id): [string, string] => ['slot', id]),
        ...fields,
      ]);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain(
        'id="birthDate-fault">Für Menschen in diesem Alter ist dieser Impfstoff nicht zugelassen.',
      );
      expect(answer.body).toContain('value="Erika"');
      expect(await freeIn(centre)).toEqual(before);
      const byApi = await book(centre, slots, { details: aPerson({ birthDate: birthDate as BirthDate }) });
      expect(byApi).toEqual({ ok: false, refusal: 'dose-not-due' });
    },
  );

  it('books for whoever has their twelfth birthday on the day of the first dose', async () => {
    const centre = await anOpenCentre();
    const details = aPerson({ birthDate: '2014-11-30' as BirthDate });
    expect((await book(centre, await twoDates(centre), { details })).ok).toBe(true);
    const dayLater = aPerson({ birthDate: '2014-12-01' as BirthDate });
    expect((await book(centre, await twoDates(centre), { details: dayLater })).ok).toBe(false);
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
    expect((await opened().app.inject('/book/nowhere')).statusCode).toBe(404);
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
    const counts = await asOwner(opened().database.url, (owner) =>
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
      const { appointments } = await inCentre(opened().headquarters.databases.app, centre.id, (db) =>
        loadPerson(opened().headquarters, db, centre.id, personId),
      );
      expect(appointments.appointments).toHaveLength(2);
    }
  });
});
