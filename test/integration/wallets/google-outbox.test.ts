import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { parseBarcode } from '../../../domain/passes/barcode.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { readSaveJwt } from '../../../issuing/google/simulated/check-save-jwt.ts';
import type { GoogleSimulator } from '../../../issuing/google/simulated/start-simulator.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { googleSaveLink } from '../../../main/commands/wallets/google-save-link.ts';
import { commit } from '../../../main/commit/commit.ts';
import { outboxCounts } from '../../../main/store/outbox/outbox.ts';
import { passById } from '../../../main/store/tables/passes/passes.ts';
import { blankCardOf } from '../../../main/wallets/card-of-pass.ts';
import type { Read } from '../../support/asking.ts';
import { makeAccount, testIssuerId } from '../../support/google-account.ts';
import { googleCentre, openGoogleCentre, googleStartsAt as startsAt } from '../../support/google-centre.ts';
import { expectPerson, must, type TestStation } from '../../support/test-station.ts';

let google: GoogleSimulator;
let opened: TestStation;

beforeEach(async () => {
  ({ google, opened } = await openGoogleCentre());
});
afterEach(async () => {
  opened.close();
  await google.close();
});

const { ask, act, useGoogle, passIdOf, objectOf, isDateOpen, give, cancel, drain, later } = googleCentre(
  () => opened,
  () => google,
);

describe('a centre that uses Google', () => {
  test('has a card there after the booking, which follows after the dose, with a notice and not a word about it', async () => {
    must(useGoogle());
    const personId = expectPerson(opened.station);
    await drain();
    expect(objectOf(personId)).toMatchObject({
      state: 'ACTIVE',
      classId: `${testIssuerId}.impfpass-standard`,
    });
    expect(isDateOpen(personId)).toBe(true);
    give(personId);
    await drain();
    expect(objectOf(personId).messages).toMatchObject([{ messageType: 'TEXT_AND_NOTIFY' }]);
    expect(JSON.stringify(objectOf(personId))).not.toContain('Mustermann');
    const read = parseBarcode(objectOf(personId).barcode.value);
    expect(read).toMatchObject({ ok: true, value: { passId: passIdOf(personId) } });
    expect(read.ok && [read.value.doseCount, read.value.lastDoseOn]).toEqual([undefined, undefined]);
  });

  test('has its template there before the first card, again at publishing, and says what Google has against it', async () => {
    must(useGoogle());
    await drain();
    expect([...google.state.classes.keys()]).toEqual([`${testIssuerId}.impfpass-standard`]);
    expect(google.state.objects.size).toBe(0);
    google.state.classes.clear();
    opened.station.db.run('DELETE FROM google_class');
    const template = standardTemplate(opened.station.settings.centreName);
    const draftId = crypto.randomUUID();
    const draft = { ...template, colours: { ...template.colours, background: '#203040' } };
    await act('templates.save-draft', { draftId, name: 'W', template: draft });
    google.failNext({ times: 1, how: 'drop' });
    expect(await act('templates.publish', { draftId, push: false })).toMatchObject({ ok: true });
    await drain();
    const [item] = (await ask('outbox.list')).value.items;
    expect(item).toMatchObject({ kind: 'google-class', state: 'waiting' });
    expect(item.sentence.de).toContain('nicht erreichbar');
    await later();
    expect(google.state.classes.size).toBe(1);
  });

  test('sends nothing where Google is not set up', async () => {
    expectPerson(opened.station);
    await drain();
    expect(google.state.objects.size).toBe(0);
    expect(google.state.tokens.size).toBe(0);
  });

  test('makes cards on request only, where that is what it wants, and keeps those up to date', async () => {
    must(useGoogle({ cardsFor: 'on-request' }));
    const personId = expectPerson(opened.station);
    const other = expectPerson(opened.station);
    await drain();
    expect(google.state.objects.size).toBe(0);
    const ask = () => googleSaveLink(opened.station, passIdOf(personId));
    expect(ask()).toEqual({ ok: false, refusal: 'card-queued' });
    expect(ask()).toEqual({ ok: false, refusal: 'card-queued' });
    await drain();
    const { url } = must(ask());
    expect(await readSaveJwt(google.state, url.slice(url.lastIndexOf('/') + 1))).toMatchObject({ ok: true });
    cancel(personId);
    cancel(other);
    await drain();
    expect(google.state.objects.size).toBe(1);
    expect(isDateOpen(personId)).toBe(false);
  });

  test('lets a card ring three times a day and writes the rest onto it silently', async () => {
    must(useGoogle());
    const personId = expectPerson(opened.station);
    await drain();
    const productId = productActiveUnasked;
    for (const plannedDose of [2, 3, 4, 5]) {
      const date = {
        personId,
        productId,
        plannedDose,
        startsAt: addMinutes(startsAt, plannedDose * 60 * 24 * 40),
      };
      bookAppointment(opened.station, 'operator', { ...date, source: 'desk' });
      give(personId);
      await drain();
    }
    const types = objectOf(personId).messages.map((each: Read) => each.messageType);
    expect(types).toEqual(['TEXT_AND_NOTIFY', 'TEXT_AND_NOTIFY', 'TEXT_AND_NOTIFY', 'TEXT']);
    opened.clock.now = addMinutes(opened.clock.now, 25 * 60);
    google.state.noticesMs.clear();
    give(personId);
    await drain();
    expect(objectOf(personId).messages.at(-1).messageType).toBe('TEXT_AND_NOTIFY');
  });

  test('falls back to a silent message when Google counts differently', async () => {
    must(useGoogle());
    const personId = expectPerson(opened.station);
    await drain();
    google.state.noticesMs.set(objectOf(personId).id, [Date.now(), Date.now(), Date.now()]);
    give(personId);
    await drain();
    expect(objectOf(personId).messages).toMatchObject([{ messageType: 'TEXT' }]);
    expect(outboxCounts(opened.station.db, 'wallet')).toMatchObject({ waiting: 0, failed: 0 });
  });
});

describe('when the way is bad', () => {
  test('work waits while Google is away, says why, and only the newest state goes out', async () => {
    must(useGoogle());
    google.failNext({ times: 99, how: 'drop' });
    const personId = expectPerson(opened.station);
    await drain();
    cancel(personId);
    await drain();
    const { google: view } = (await ask('wallets.overview')).value;
    expect(view).toMatchObject({ waiting: 1, failed: 0, sent: 0 });
    expect(view.fault.de).toContain('nicht erreichbar');
    google.recover();
    await later();
    expect(isDateOpen(personId)).toBe(false);
    expect(objectOf(personId).messages).toBeUndefined();
  });

  test('a station that dies between insert and note patches the card and leaves one', async () => {
    must(useGoogle());
    const personId = expectPerson(opened.station);
    google.failNext({ times: 1, path: /genericObject$/, how: 'drop-after' });
    await drain();
    expect(google.state.objects.size).toBe(1);
    await later();
    expect(google.state.objects.size).toBe(1);
    expect((await ask('wallets.overview')).value.google).toMatchObject({ sent: 1, waiting: 0 });
    expect(isDateOpen(personId)).toBe(true);
  });

  test('a lost class and a lost card are made again', async () => {
    must(useGoogle());
    const personId = expectPerson(opened.station);
    await drain();
    google.state.classes.clear();
    google.state.objects.clear();
    give(personId);
    await drain();
    await later();
    expect(isDateOpen(personId)).toBe(true);
  });

  test('a refused account fails visibly; a new key, tested, brings everything there', async () => {
    const stranger = makeAccount('x@y.iam.gserviceaccount.com').file;
    must(useGoogle({ accountFile: stranger }));
    const personId = expectPerson(opened.station);
    await drain();
    expect((await ask('wallets.overview')).value.google).toMatchObject({ failed: 1 });
    const refused = await ask('wallets.test-google');
    expect(refused.refusal).toMatchObject({ reason: 'google-refused', details: { code: 'account-refused' } });
    expect(googleSaveLink(opened.station, passIdOf(personId))).toEqual({ ok: false, refusal: 'card-failed' });
    must(useGoogle());
    expect(await ask('wallets.test-google')).toMatchObject({ ok: true });
    await drain();
    expect(objectOf(personId)).toMatchObject({ state: 'ACTIVE' });
  });

  test('keys and tokens are in no log line and no answer', async () => {
    must(useGoogle({ accountFile: makeAccount('x@y.iam.gserviceaccount.com').file }));
    expectPerson(opened.station);
    await drain();
    await ask('wallets.test-google');
    const events = opened.station.db.all('SELECT data FROM event');
    const said = JSON.stringify([
      opened.logged,
      events,
      await ask('wallets.overview'),
      await ask('system.status'),
    ]);
    expect(said).not.toMatch(/PRIVATE KEY|assertion|Bearer|eyJ/);
  });
});

describe('a private pass', () => {
  test('travels whole in its link, fits, is in the language of its holder and lies nowhere at Google', async () => {
    must(useGoogle({ mode: 'private', updateUrl: 'https://pass.example/google' }));
    const personId = expectPerson(opened.station);
    give(personId);
    await drain();
    const { url } = must(googleSaveLink(opened.station, passIdOf(personId)));
    expect(url.length).toBeLessThanOrEqual(1800);
    const read = await readSaveJwt(google.state, url.slice(url.lastIndexOf('/') + 1));
    expect(read).toMatchObject({ ok: true, value: { kind: 'private' } });
    const text = JSON.stringify(read);
    for (const said of ['Erika Mustermann', '1 von 2']) expect(text).toContain(said);
    expect(google.state.objects.size).toBe(0);
  });

  test('is announced with its new signature once somebody has one and it changed', async () => {
    must(useGoogle({ mode: 'private', updateUrl: 'https://pass.example/google' }));
    const personId = expectPerson(opened.station);
    await drain();
    const first = must(googleSaveLink(opened.station, passIdOf(personId))).url;
    give(personId);
    await drain();
    const [notice] = google.state.privateNotices;
    const second = must(googleSaveLink(opened.station, passIdOf(personId))).url;
    expect(notice).toMatchObject({ externalPassId: `${testIssuerId}.${passIdOf(personId)}` });
    expect(second.endsWith(`.${notice?.updatedPassJwtSignature}`)).toBe(true);
    expect(first.endsWith(`.${notice?.updatedPassJwtSignature}`)).toBe(false);
  });

  test('is replaced by a blank one once its person was erased', async () => {
    must(useGoogle({ mode: 'private', updateUrl: 'https://pass.example/google' }));
    const personId = expectPerson(opened.station);
    await drain();
    const passId = passIdOf(personId);
    must(googleSaveLink(opened.station, passId));
    must(erasePerson(opened.station, 'operator', { personId }));
    await drain();
    const [notice] = google.state.privateNotices;
    expect(notice).toMatchObject({ externalPassId: `${testIssuerId}.${passId}` });
    const pass = passById(opened.station.db, passId);
    const blank = pass && blankCardOf(opened.station, pass);
    expect(blank).toMatchObject({ content: { isVoided: true } });
    expect(JSON.stringify(blank?.content)).not.toMatch(/Mustermann|Dosen|Comirnaty/);
  });
});

test('the card at Google of somebody who is erased says nothing any more, one that was void before too', async () => {
  must(useGoogle());
  const before = expectPerson(opened.station);
  await drain();
  const passId = passIdOf(before);
  const event = { passId, personId: before, revision: 1, reason: 'lost' } as const;
  const occurredAt = opened.station.now();
  commit(opened.station, [
    { stream: before, actor: 'operator', occurredAt, event: { type: 'PassVoided', version: 1, data: event } },
  ]);
  await drain();
  expect(objectOf(before).textModulesData).not.toEqual([]);
  must(erasePerson(opened.station, 'operator', { personId: before }));
  await drain();
  expect(google.state.objects.get(`${testIssuerId}.${passId}`)).toMatchObject({
    state: 'INACTIVE',
    textModulesData: [],
  });
});
