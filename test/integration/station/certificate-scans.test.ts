import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { vaccinationCertificate } from '../../../domain/certificates/vaccination-entry.ts';
import type { DoseId, PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import type { CertificateSigner } from '../../../issuing/certificate/certificate-signer.ts';
import { issueHcert } from '../../../issuing/certificate/hcert/issue-hcert.ts';
import { issueHealthCard } from '../../../issuing/certificate/shc/issue-health-card.ts';
import { ownTrustList } from '../../../issuing/certificate/trust/own-trust-list.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { asking } from '../../support/asking.ts';
import {
  certificateFacts,
  issuerUrl,
  someTime,
  trialCertificateSigner,
} from '../../support/certificate-facts.ts';
import {
  aPerson,
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const days = 24 * 60;
const holder = { givenName: 'Jürgen', familyName: 'Groß', birthDate: '1958-11-11' as BirthDate };
let signer: CertificateSigner;
let opened: TestStation;

beforeAll(async () => {
  signer = await trialCertificateSigner();
});
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), someTime);
});
afterEach(() => opened.close());

const { ask: answer, valueOf: ask } = asking(() => opened.station, { actor: 'staff:desk' });

const trust = (text = ownTrustList(signer, issuerUrl, someTime)) =>
  ask('scanning.import-trust-list', { requestId: crypto.randomUUID(), text });

async function certificate(changes: Parameters<typeof certificateFacts>[0] = {}): Promise<string> {
  const facts = certificateFacts({ ...holder, ordinal: 1, givenOn: '2026-11-16' as PlainDate, ...changes });
  const entry = vaccinationCertificate(facts);
  if (!entry.ok) throw new Error(entry.refusal);
  const times = { issuedAt: someTime, expiresAt: addMinutes(someTime, 30 * days) };
  return issueHcert(entry.value, 'XX', times, signer);
}

const scan = (text: string, openPersonId?: PersonId) =>
  ask('desk.scan', { texts: [text], via: 'device', scanner: 'Voyager', openPersonId });
const countHistory = (personId: PersonId, text: string) =>
  ask('desk.count-history', { requestId: crypto.randomUUID(), personId, texts: [text] });
const theHolder = () => expectPerson(opened.station, aPerson(holder));

test('a certificate of the person on the screen is offered, and counts only when the desk says so', async () => {
  await trust();
  const person = theHolder();
  const text = await certificate();
  const offered = await scan(text, person);
  expect(offered.decision).toMatchObject({
    reason: 'certificate-fits',
    action: 'count-history',
    light: 'amber',
    sentence: { de: expect.stringContaining('1 Dosis von anderswo, zuletzt am 16.11.2026') },
  });
  expect(offered.certificate).toMatchObject({
    familyName: 'Groß',
    doses: [{ product: 'Comirnaty', givenOn: '2026-11-16', ordinal: 1 }],
    trustListFrom: someTime,
    isCounted: false,
  });
  const wish = { requestId: crypto.randomUUID(), personId: person, texts: [text] };
  const counted = await ask('desk.count-history', wish);
  expect(counted.decision).toMatchObject({ reason: 'too-early', personId: person });
  expect(counted.certificate?.isCounted).toBe(true);
  expect((await ask('desk.count-history', wish)).card).toEqual(counted.card);
  const later = await ask('desk.open', { personId: person });
  expect(later.decision.reason).toBe('too-early');
  expect((await scan(text, person)).decision.reason).toBe('too-early');
});

test('a counted dose stands in the record: card, pass and the next dose here go on from it', async () => {
  await trust();
  const person = theHolder();
  const text = await certificate({ givenOn: '2026-10-26' as PlainDate });
  const count = () => countHistory(person, text);
  const { card } = await count();
  expect(card).toMatchObject({
    doses: [
      {
        ordinal: 1,
        givenOn: '2026-10-26',
        productName: 'Comirnaty',
        lot: '',
        elsewhere: { issuer: expect.any(String), isDayKnown: true },
      },
    ],
    window: { dose: 2, earliest: '2026-11-16' },
    pass: { doseCount: 1 },
    warnings: [],
  });
  await ask('desk.check-in', {
    requestId: crypto.randomUUID(),
    personId: person,
    via: 'search',
    overrides: ['no-appointment'],
  });
  const given = await ask('desk.record-dose', {
    requestId: crypto.randomUUID(),
    personId: person,
    ordinal: 2,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
  });
  expect(given.doses.map(({ ordinal, lot }) => [ordinal, lot])).toEqual([
    [1, ''],
    [2, 'L-1'],
  ]);
  expect(given).toMatchObject({ nextAction: 'none', pass: { doseCount: 2 } });
  const { station } = opened;
  const digest = digestOfProjections(station.db);
  rebuildProjections(station.db);
  expect(digestOfProjections(station.db)).toBe(digest);
});

test('a dose elsewhere that was counted by mistake is voided like every other, and can be counted again', async () => {
  await trust();
  const person = theHolder();
  const text = await certificate();
  const [dose] = (await countHistory(person, text)).card?.doses ?? [];
  const wish = {
    personId: person,
    doseId: dose?.doseId as DoseId,
    reason: 'wrong-person' as const,
    note: '',
  };
  const approvedBy = 'second' as StaffId;
  expect(voidDose(opened.station, 'staff:desk', { ...wish, approvedBy })).toMatchObject({ ok: true });
  const opening = await ask('desk.open', { personId: person });
  expect(opening.decision.reason).toBe('ready-to-check-in');
  expect(opening.card).toMatchObject({ doses: [{ isVoided: true }], pass: { doseCount: 0 } });
  expect((await scan(text, person)).decision.reason).toBe('certificate-fits');
});

test('nothing is counted for a record that nobody may work with', async () => {
  await trust();
  const person = theHolder();
  const text = await certificate();
  expect(restrictPerson(opened.station, 'staff:desk', { personId: person, why: 'objection' }).ok).toBe(true);
  const wish = { requestId: crypto.randomUUID(), personId: person, texts: [text] };
  expect(await answer('desk.count-history', wish)).toMatchObject({
    refusal: { reason: 'certificate-refused' },
  });
});

test('a dose that is dated in the future proves nothing yet, and is told as what it is', async () => {
  await trust();
  const text = await certificate({ givenOn: '2026-11-24' as PlainDate });
  expect((await scan(text, theHolder())).decision).toMatchObject({
    reason: 'certificate-dose-ahead',
    sentence: { de: expect.stringContaining('24.11.2026') },
  });
});

test('a SMART Health Card is read the same way, and opens its holder where nobody is on the screen', async () => {
  await trust();
  const person = theHolder();
  const card = await issueHealthCard(
    certificateFacts({ ...holder, givenOn: '2026-10-01' as PlainDate }),
    issuerUrl,
    someTime,
    signer,
  );
  if (!card.ok) throw new Error(card.refusal);
  const offered = await scan(card.value);
  expect(offered.decision).toMatchObject({ reason: 'certificate-fits', personId: person });
  const counted = await countHistory(person, card.value);
  expect(counted.decision.reason).toBe('ready-to-check-in');
});

test('name and birth date are held against the person on the screen', async () => {
  await trust();
  const person = theHolder();
  const other = await certificate({ birthDate: '1970-01-01' as BirthDate });
  expect((await scan(other, person)).decision).toMatchObject({
    reason: 'certificate-other-person',
    light: 'red',
    action: 'show-person',
  });
  const wish = { requestId: crypto.randomUUID(), personId: person, texts: [other] };
  const refused = await answer('desk.count-history', wish);
  expect(refused).toMatchObject({ ok: false, refusal: { reason: 'certificate-refused' } });
  const renamed = await certificate({ familyName: 'Klein' });
  expect((await scan(renamed, person)).decision).toMatchObject({
    reason: 'certificate-name-differs',
    action: 'count-history',
  });
  expect((await scan(other)).decision).toMatchObject({
    reason: 'certificate-nobody-open',
    action: 'search',
  });
});

test('a record that knows the year of birth alone may be of the holder: the desk looks, and then counts', async () => {
  await trust();
  const person = expectPerson(opened.station, aPerson({ ...holder, birthDate: '1958' as BirthDate }));
  const text = await certificate();
  for (const open of [person, undefined])
    expect((await scan(text, open)).decision).toMatchObject({
      reason: 'certificate-birth-date-fuller',
      light: 'amber',
      action: 'count-history',
      personId: person,
    });
  expect((await countHistory(person, text)).card?.doses).toHaveLength(1);
  const other = await certificate({ birthDate: '1970-01-01' as BirthDate });
  expect((await scan(other, person)).decision.reason).toBe('certificate-other-person');
});

test('dates that are booked already are for the doses after a counted one, and one left over is told', async () => {
  await trust();
  const person = theHolder();
  const later = addMinutes(someTime, 28 * days);
  const booked = bookAppointment(opened.station, 'operator', {
    personId: person,
    productId: productActiveUnasked,
    plannedDose: 2,
    startsAt: later,
    source: 'desk',
  });
  expect(booked.ok).toBe(true);
  const { card } = await countHistory(person, await certificate({ givenOn: '2026-10-26' as PlainDate }));
  expect(card?.appointments.map(({ plannedDose }) => plannedDose)).toEqual([2, 3]);
  const dates = await ask('appointments.of-person', { personId: person });
  expect(dates.openDoses).toEqual([]);
  expect(dates.dates.map(({ misfit }) => misfit)).toEqual([undefined, 'superfluous']);
});

test('each refusal of a certificate has a sentence of its own', async () => {
  const text = await certificate();
  const sentence = async (scanned = text) => (await scan(scanned)).decision.sentence.de;
  expect(await sentence()).toContain('Ohne Vertrauensliste');
  const stranger = await trialCertificateSigner();
  await trust(ownTrustList(stranger, issuerUrl, someTime));
  expect(await sentence()).toContain('nicht auf der Vertrauensliste');
  await trust();
  expect(await sentence(`${text.slice(0, 60)}${text.slice(62)}`)).toContain('nicht vollständig');
  opened.clock.now = addMinutes(someTime, 4 * days);
  expect(await sentence()).toContain('zu alt');
  opened.clock.now = addMinutes(someTime, 31 * days);
  await trust(ownTrustList(signer, issuerUrl, opened.clock.now));
  expect(await sentence()).toContain('abgelaufen');
  const { scans } = await ask('scanning.refused', {});
  expect(scans.map(({ refusal }) => refusal)).toEqual([
    'certificate-expired',
    'certificate-trust-list-too-old',
    expect.stringMatching(/^certificate-/),
    'certificate-signer-unknown',
    'certificate-without-trust-list',
  ]);
});
