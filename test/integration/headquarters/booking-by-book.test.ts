import { describe, expect, it } from 'vitest';
import { type AppointmentId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { birthDateToken } from '../../../headquarters/features/booking/birth-date-token.ts';
import { bookDate } from '../../../headquarters/features/booking/book-date.ts';
import { openDosesOf, todayOf } from '../../../headquarters/features/booking/change-booking.ts';
import { centreOffer } from '../../../headquarters/features/passes/centre-facts.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookingSuite } from '../../support/booking-suite.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { aPerson } from '../../support/test-station.ts';

const { opened, book, post } = bookingSuite();
let centres = 0;

interface Wish {
  readonly product: string;
  readonly confirmed: string;
  readonly version?: string;
  readonly days: readonly string[];
}

/** A centre whose doctor confirmed that schedule, with places on those days. */
async function aCentreBy({ product, confirmed, version = '2026-01', days }: Wish): Promise<Centre> {
  centres += 1;
  const id = await aCentre(opened(), `by-book-${centres}`);
  await openOnlineDays(opened(), id, days, 5);
  const productId = idOf<ProductId>(product);
  const group = { 'de-covid-19': 'COVID-19', 'de-mmr': 'MMR', 'de-influenza': 'Influenza' }[confirmed] ?? '';
  const events: StationEvent[] = [
    ...(product === 'comirnaty'
      ? []
      : [
          {
            type: 'ProductDeactivated' as const,
            version: 1 as const,
            data: { productId: idOf<ProductId>('comirnaty') },
          },
          { type: 'ProductActivated' as const, version: 1 as const, data: { productId } },
        ]),
    {
      type: 'ScheduleVersionActivated',
      version: 2,
      data: { group, book: confirmed, version, source: 'STIKO' },
    },
  ];
  await inCentre(opened().headquarters.databases.app, id, (db) =>
    recordEvents(opened().headquarters, db, { centre: id, stream: `centre:${id}`, actor: 'doctor', events }),
  );
  await expect
    .poll(() =>
      inCentre(opened().headquarters.databases.app, id, async (db) => (await centreOffer(db)).confirmed.size),
    )
    .toBe(1);
  return (await centreOf(opened().headquarters.databases.app, id)) as Centre;
}

async function slotsOn(centre: Centre, ...days: string[]): Promise<string[]> {
  const free = await inCentre(opened().headquarters.databases.app, centre.id, (db) =>
    freeSlots(db, { after: opened().clock.now }),
  );
  return days.map((day) => free.find((slot) => slot.day === day)?.slotId ?? '');
}

const born = (birthDate: string) => ({ details: aPerson({ birthDate: birthDate as BirthDate }) });
const adult = born('1964-08-12');
const whoOf = (centre: Centre, birthDate: string) =>
  birthDateToken(opened().headquarters, centre.id, birthDate as BirthDate);
const pageFor = async (centre: Centre, birthDate: string, slots: string[] = [], lang = 'de') => {
  const words = new URLSearchParams(slots.map((id): [string, string] => ['slot', id]));
  words.append('who', whoOf(centre, birthDate));
  words.append('lang', lang);
  return (await opened().app.inject(`/book/${centre.id}?${words}`)).body;
};

const covid = { product: 'comirnaty', confirmed: 'de-covid-19' };
const measles = { product: 'm-m-rvaxpro', confirmed: 'de-mmr' };

describe('given the confirmed COVID-19 schedule', () => {
  const days = ['2026-11-30', '2026-12-21', '2026-12-28'];

  it('the page asks for the birth date first, keeps it out of addresses, and offers the second date after four weeks', async () => {
    const centre = await aCentreBy({ ...covid, days });
    const start = await opened().app.inject(`/book/${centre.id}`);
    expect(start.body).toContain('Bitte geben Sie zuerst das Geburtsdatum');
    expect(start.body).not.toContain('<summary>');
    const sent = await post(`/book/${centre.id}/born`, [
      ['birthDate', '12.8.1964'],
      ['language', 'de'],
    ]);
    expect(sent.statusCode).toBe(303);
    const place = String(sent.headers.location);
    expect(place).not.toContain('1964');
    const choose = await opened().app.inject(place);
    expect(choose.body).toContain('<summary>Montag, 30.11.2026');
    const [first = ''] = await slotsOn(centre, '2026-11-30');
    const second = await pageFor(centre, '1964-08-12', [first]);
    expect(second).toContain('<summary>Montag, 28.12.2026');
    expect(second).not.toContain('<summary>Montag, 21.12.2026');
  });

  it('two dates three weeks apart are refused and nothing is written, four weeks apart they are booked', async () => {
    const centre = await aCentreBy({ ...covid, days });
    expect(await book(centre, await slotsOn(centre, '2026-11-30', '2026-12-21'), adult)).toEqual({
      ok: false,
      refusal: 'interval-too-short',
    });
    expect((await book(centre, await slotsOn(centre, '2026-11-30', '2026-12-28'), adult)).ok).toBe(true);
  });

  it('the third dose is booked with them once days are open that far, and till then the page says when it is due', async () => {
    const near = await aCentreBy({ ...covid, days });
    const dates = await slotsOn(near, '2026-11-30', '2026-12-28');
    const details = await pageFor(near, '1964-08-12', dates);
    expect(details).toContain('Eine weitere Impfung ist ab 28.06.2027 vorgesehen');
    expect(details).toContain('value="12.08.1964"');
    const far = await aCentreBy({ ...covid, days: [...days, '2027-07-01'] });
    const two = await slotsOn(far, '2026-11-30', '2026-12-28');
    expect(await book(far, two, adult)).toEqual({ ok: false, refusal: 'dates-missing' });
    expect(await pageFor(far, '1964-08-12', two)).toContain('3. Termin: bitte wählen');
    const booked = await book(far, [...two, ...(await slotsOn(far, '2027-07-01'))], adult);
    expect(booked).toMatchObject({ ok: true });
    expect(booked.ok && booked.value.appointmentIds).toHaveLength(3);
  });

  it('a child is offered nothing and told why in both languages, and cannot be booked by whoever knows the address', async () => {
    const centre = await aCentreBy({ ...covid, days });
    const page = await pageFor(centre, '2015-03-01');
    expect(page).toContain('keine Impfung vorgesehen: Dosis 1 ab 01.03.2033.');
    expect(page).not.toContain('<summary>');
    expect(await pageFor(centre, '2015-03-01', [], 'en')).toContain(
      'no vaccination is due for this date of birth',
    );
    const refused = await book(centre, await slotsOn(centre, '2026-11-30', '2026-12-28'), born('2015-03-01'));
    expect(refused).toEqual({ ok: false, refusal: 'dose-not-due' });
  });

  it('who types another birth date among the details is asked to choose anew, for that one', async () => {
    const centre = await aCentreBy({ ...covid, days });
    const slots = (await slotsOn(centre, '2026-11-30', '2026-12-28')).map((id): [string, string] => [
      'slot',
      id,
    ]);
    const answer = await post(`/book/${centre.id}`, [
      ...slots,
      ['who', whoOf(centre, '1964-08-12')],
      ['givenName', 'Erika'],
      ['familyName', 'Mustermann'],
      ['birthDate', '1.3.2015'],
      ['consent', 'yes'],
    ]);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Dieser Termin passt nicht zum Geburtsdatum.');
    expect(answer.body).not.toContain('<summary>');
  });

  it.each([
    ['', 'Bitte geben Sie Ihr Geburtsdatum an.'],
    ['31.2.1964', 'Dieses Geburtsdatum kann nicht stimmen.'],
    ['1.1.2030', 'Dieses Geburtsdatum kann nicht stimmen.'],
  ])('a birth date %j is asked for again at its field', async (birthDate, said) => {
    const centre = await aCentreBy({ ...covid, days });
    const answer = await post(`/book/${centre.id}/born`, [['birthDate', birthDate]]);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(`id="birthDate-fault">${said}`);
    expect(answer.body).toContain('aria-invalid="true"');
  });

  it('a token of another centre or an altered one is asked for anew, as if it were not there', async () => {
    const [one, other] = [await aCentreBy({ ...covid, days }), await aCentreBy({ ...covid, days })];
    for (const who of [whoOf(other, '1964-08-12'), 'x', `${whoOf(one, '1964-08-12').slice(0, -3)}AAA`]) {
      const page = await opened().app.inject(`/book/${one.id}?who=${who}`);
      expect([page.statusCode, page.body.includes('Geburtsdatum der Person')]).toEqual([200, true]);
    }
  });
});

describe('given the confirmed MMR schedule', () => {
  it('who is immune by their year of birth is told so and not booked; with a pass neither', async () => {
    const centre = await aCentreBy({ ...measles, days: ['2026-11-30', '2026-12-28'] });
    expect(await pageFor(centre, '1965-03-01')).toContain('Gilt als immun: keine Impfung nötig.');
    const dates = await slotsOn(centre, '2026-11-30', '2026-12-28');
    expect(await book(centre, dates.slice(0, 1), born('1965-03-01'))).toEqual({
      ok: false,
      refusal: 'dose-not-due',
    });
    const known = await book(centre, [], { ...born('1965-03-01'), mayComeUnbooked: true });
    if (!known.ok) throw new Error(known.refusal);
    const wish = { passId: known.value.passId, dose: 1, slotId: dates[0] ?? '', actor: 'client' };
    expect(await bookDate(opened().headquarters, centre, wish)).toEqual({
      ok: false,
      refusal: 'dose-not-planned',
    });
  });

  it('an adult needs one date and a child two', async () => {
    const centre = await aCentreBy({ ...measles, days: ['2026-11-30', '2026-12-28'] });
    const dates = await slotsOn(centre, '2026-11-30', '2026-12-28');
    expect((await book(centre, dates.slice(0, 1), born('1985-03-01'))).ok).toBe(true);
    expect(await book(centre, dates, born('1985-03-01'))).toEqual({ ok: false, refusal: 'dates-missing' });
    expect(await book(centre, dates.slice(0, 1), born('2024-10-01'))).toEqual({
      ok: false,
      refusal: 'dates-missing',
    });
    expect((await book(centre, dates, born('2024-10-01'))).ok).toBe(true);
  });
});

describe('given days that are opened only until before a dose is recommended', () => {
  it('a child too young for the first dose is told when it is due, and offered nothing that is too early', async () => {
    const centre = await aCentreBy({ ...measles, days: ['2026-11-30', '2026-12-28'] });
    const page = await pageFor(centre, '2026-02-10');
    expect(page).not.toContain('<summary>');
    expect(page).toContain('empfohlen ab 10.01.2027');
  });

  it('a third dose half a year later is not asked for in the days that are open, and the page says from when it is recommended', async () => {
    centres += 1;
    const id = await aCentre(opened(), `by-book-${centres}`);
    await openOnlineDays(opened(), id, ['2026-11-30', '2026-12-28', '2027-03-01'], 5);
    const events: StationEvent[] = [
      { type: 'ProductDeactivated', version: 1, data: { productId: idOf<ProductId>('comirnaty') } },
      { type: 'ProductActivated', version: 1, data: { productId: idOf<ProductId>('hbvaxpro-10') } },
    ];
    const centre = (await centreOf(opened().headquarters.databases.app, id)) as Centre;
    await inCentre(opened().headquarters.databases.app, id, (db) =>
      recordEvents(opened().headquarters, db, {
        centre: id,
        stream: `centre:${id}`,
        actor: 'doctor',
        events,
      }),
    );
    await expect
      .poll(() =>
        inCentre(opened().headquarters.databases.app, id, async (db) => (await centreOffer(db)).product.name),
      )
      .toContain('HBVAXPRO');
    const two = await slotsOn(centre, '2026-11-30', '2026-12-28');
    const words = new URLSearchParams(two.map((slotId): [string, string] => ['slot', slotId]));
    const page = (await opened().app.inject(`/book/${id}?${words}`)).body;
    expect(page).toContain('Eine weitere Impfung ist ab 27.05.2027 vorgesehen');
    expect(page).not.toContain('3. Termin');
    expect((await book(centre, two, adult)).ok).toBe(true);
  });
});

describe('given influenza by season', () => {
  const flu = { product: 'flucelvax-tetra', confirmed: 'de-influenza', version: '2026-02' };

  it('a child under nine books two dates of the season, an adult one', async () => {
    const centre = await aCentreBy({ ...flu, days: ['2026-11-30', '2026-12-28'] });
    const dates = await slotsOn(centre, '2026-11-30', '2026-12-28');
    expect(await book(centre, dates.slice(0, 1), born('2020-05-01'))).toEqual({
      ok: false,
      refusal: 'dates-missing',
    });
    expect((await book(centre, dates, born('2020-05-01'))).ok).toBe(true);
    expect((await book(centre, dates.slice(0, 1), adult)).ok).toBe(true);
    const booked = await book(centre, dates.slice(1), adult);
    if (!booked.ok) throw new Error(booked.refusal);
    const { appointments } = await inCentre(opened().headquarters.databases.app, centre.id, (db) =>
      loadPerson(opened().headquarters, db, centre.id, booked.value.personId),
    );
    expect(appointments.appointments.map(({ plannedDose }) => plannedDose)).toEqual([1]);
  });

  it('the page offers no first date that booking refuses, for whatever age and day', async () => {
    const days = ['2026-11-30', '2026-12-28', '2027-02-01', '2027-06-01', '2027-07-15', '2027-10-05'];
    const centre = await aCentreBy({ ...flu, days });
    for (const birthDate of ['2026-10-15', '2020-05-01', '1990-01-01', '1940-01-01']) {
      const page = await pageFor(centre, birthDate);
      for (const [index, slotId] of (await slotsOn(centre, ...days)).entries()) {
        const booked = await book(centre, [slotId], born(birthDate));
        const isDue = booked.ok || booked.refusal === 'dates-missing';
        if (page.includes(slotId))
          expect([birthDate, days[index], isDue]).toEqual([birthDate, days[index], true]);
      }
      expect(page).toContain('<summary>');
    }
  });
});

it('given a version was confirmed that is not here, then the plain schedule is gone by and nobody is asked for an age', async () => {
  const centre = await aCentreBy({ ...covid, version: '2019-01', days: ['2026-11-30', '2026-12-21'] });
  const page = await opened().app.inject(`/book/${centre.id}`);
  expect(page.body).toContain('<summary>Montag, 30.11.2026');
  const dates = await slotsOn(centre, '2026-11-30', '2026-12-21');
  // The vaccine is authorised from twelve years on.
  expect(await book(centre, dates, born('2015-03-01'))).toEqual({ ok: false, refusal: 'dose-not-due' });
  expect((await book(centre, dates, born('2014-03-01'))).ok).toBe(true);
});

describe('given a date at another centre that is past and of which nothing was told', () => {
  it('both dates are offered and booked as of somebody who had nothing', async () => {
    const days = ['2026-11-30', '2026-12-28'];
    const centre = await aCentreBy({ ...covid, days });
    const known = await book(centre, [], { ...adult, mayComeUnbooked: true });
    if (!known.ok) throw new Error(known.refusal);
    const { personId, passId } = known.value;
    const past = {
      type: 'AppointmentBooked',
      version: 6,
      data: {
        appointmentId: idOf<AppointmentId>(opened().headquarters.newId()),
        personId,
        productId: idOf<ProductId>('comirnaty'),
        plannedDose: 1,
        startsAt: '2026-11-10T09:00:00.000Z' as Instant,
        day: '2026-11-10' as PlainDate,
        durationMinutes: 5,
        source: 'import',
        centre: 'Nord',
      },
    } as const;
    await inCentre(opened().headquarters.databases.app, centre.id, (db) =>
      recordEvents(opened().headquarters, db, {
        centre: centre.id,
        stream: personId,
        actor: 'list',
        events: [past],
      }),
    );
    const open = await inCentre(opened().headquarters.databases.app, centre.id, async (db) =>
      openDosesOf(
        await loadPerson(opened().headquarters, db, centre.id, personId),
        todayOf(opened().headquarters, centre),
      ),
    );
    expect(open.doses.slice(0, 2)).toEqual([1, 2]);
    const [first = '', second = ''] = await slotsOn(centre, ...days);
    const bookFor = (dose: number, slotId: string) =>
      bookDate(opened().headquarters, centre, { passId, dose, slotId, actor: 'client' });
    expect(await bookFor(9, second)).toEqual({ ok: false, refusal: 'dose-not-planned' });
    expect((await bookFor(1, first)).ok).toBe(true);
    expect(await bookFor(2, first)).toMatchObject({ ok: false });
    expect((await bookFor(2, second)).ok).toBe(true);
  });
});
