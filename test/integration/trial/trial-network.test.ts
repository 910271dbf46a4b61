import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockTimeAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { type RunningTrial, startTrial } from '../../../trial/start-trial.ts';
import { bookOnPage, until } from '../../support/booking-page.ts';
import { aDatabase, type TestDatabase } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';

let dir: string;
let database: TestDatabase;
let trial: RunningTrial;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-trial-'));
  database = await aDatabase();
  trial = await startTrial(dir, { databaseUrl: database.url });
});
afterAll(async () => {
  await trial.close();
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

const doses = (serial: string) =>
  trial.phone
    .cards()
    .find(({ serialNumber }) => serialNumber === serial)
    ?.header.find(({ key }) => key === 'dose-count')?.value;

describe('the network around the desk of a trial', () => {
  it('brings a pass that is booked on the page into the phone, and its change after a dose', async () => {
    await bookOnPage(trial.addresses.booking, 'Mustermann');
    const card = await until('the card', () => trial.phone.cards()[0]);
    expect(doses(card.serialNumber)).toBe('0 von 2');
    expect(card.back.map(({ value }) => value).join(' ')).toContain('12.08.1964');
    const { app } = trial.headquarters.databases;
    const pass = await inCentre(app, 'probe', (db) => passOf(db, card.serialNumber));
    const { headquarters } = trial;
    const today = plainDateAt(headquarters.now(), 'Europe/Berlin');
    await bringDose(headquarters, 'probe', pass?.personId ?? '', today);
    await until('one of two', () => (doses(card.serialNumber) === '1 von 2' ? true : undefined));
    expect(trial.phone.notices()[0]?.text).toContain('1 von 2');
  });

  it('shows phone and notices on a page that runs no foreign script', async () => {
    const answer = await fetch(trial.addresses.phone);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const page = await answer.text();
    expect(page).toContain('1 von 2');
    expect(page).toContain('Karte hinzugefügt');
    // A clock that can be moved says nothing without the day.
    expect(page).toMatch(/<time>(Mo|Di|Mi|Do|Fr|Sa|So)\., \d{2}\.\d{2}\.\d{4}, \d{2}:\d{2} Uhr<\/time>/);
    expect(page).toContain(trial.addresses.booking);
  });

  it('lets three weeks pass only for its own page', async () => {
    const before = trial.headquarters.now();
    const post = (site: string) =>
      fetch(`${trial.addresses.phone}/later`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'sec-fetch-site': site },
      });
    expect((await post('cross-site')).status).toBe(403);
    expect(trial.headquarters.now() < `${before.slice(0, 10)}T99`).toBe(true);
    expect((await post('same-origin')).status).toBe(303);
    // In the morning, whatever time it was: no date of that day is over.
    const after = trial.headquarters.now();
    expect(plainDateAt(after, 'Europe/Berlin')).toBe(addDays(plainDateAt(before, 'Europe/Berlin'), 21));
    expect(clockTimeAt(after, 'Europe/Berlin')).toMatch(/^07:3/);
  });

  it('takes in no pass that is not genuine', async () => {
    const added = await trial.phone.add(trial.addresses.booking);
    expect(added).toEqual({ ok: false, refusal: 'pass-not-genuine' });
  });
});
