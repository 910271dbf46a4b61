import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { activateProduct } from '../../../main/commands/products/activate-product.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import { aPerson, must, type TestStation } from '../../support/test-station.ts';

const spikevax = idOf<ProductId>('spikevax');

let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
  opened.clock.now = instantAt(day, '09:00', 'Europe/Berlin');
});
afterEach(() => opened.close());

const { ask, act, book } = slotDesk(() => opened.station);

async function checkedIn(birthDate = '1964-08-12') {
  const details = aPerson({ birthDate: birthDate as BirthDate });
  const { personId } = must(registerPerson(opened.station, 'operator', { details, source: 'desk' }));
  const { appointmentId } = (await book(personId, slot(day, '09:00'))).value.dates[0];
  const { visit } = (await act('desk.check-in', { personId, appointmentId, via: 'search' })).value;
  return { personId, visitId: visit.visitId as string, productId: 'comirnaty' };
}
const dose = (personId: string, more = {}) =>
  act('desk.record-dose', {
    personId,
    ordinal: 1,
    productId: 'comirnaty',
    lot: 'L-1',
    site: 'left-upper-arm',
    ...more,
  });
const consents = async (personId: string) => (await ask('consent.list', { personId })).value.consents;
const oral = { form: { kind: 'oral' }, party: { who: 'self' } };
const mother = { who: 'guardian', name: 'Maria Beispiel', relation: 'parent', isPresent: true };

test('given a centre that never chose, what an adult says is recorded with the dose, by one step', async () => {
  const { personId } = await checkedIn();
  expect((await ask('consent.of-person', { personId })).value).toMatchObject({
    asked: 'with-dose',
    vaccine: { productId: 'comirnaty', name: 'Comirnaty' },
  });
  expect((await dose(personId, { consent: 'oral' })).ok).toBe(true);
  expect(await consents(personId)).toMatchObject([{ vaccine: 'Comirnaty', ...oral }]);
});

test('given a centre that never chose, a dose that comes without any consent is not recorded', async () => {
  const { personId } = await checkedIn();
  expect((await dose(personId)).refusal.reason).toBe('consent-missing');
  expect((await dose(personId, { consent: 'oral', productId: undefined })).refusal.reason).toBe(
    'input-invalid',
  );
  expect((await ask('desk.card', { personId })).value.doses).toEqual([]);
});

test('a consent that was read for one vaccine counts for no other', async () => {
  const { station } = opened;
  must(activateProduct(station, 'operator', { productId: spikevax }));
  const { personId } = must(registerPerson(station, 'operator', { details: aPerson(), source: 'desk' }));
  const read = (await ask('consent.of-person', { personId })).value.vaccine;
  expect(read).toEqual({ productId: 'comirnaty', name: 'Comirnaty' });
  // At another window they are checked in for what they really came for.
  const arrival = { personId, productId: spikevax, via: 'search', overrides: ['no-appointment'] };
  const { visit } = (await act('desk.check-in', arrival)).value;
  const of = { personId, visitId: visit.visitId, ...oral };
  const stale = await act('consent.give', { ...of, productId: read.productId });
  expect(stale.refusal.reason).toBe('consent-vaccine-changed');
  const said = await dose(personId, { productId: read.productId, consent: 'oral' });
  expect(said.refusal.reason).toBe('doses-changed');
  expect(await consents(personId)).toEqual([]);
  expect((await act('consent.give', { ...of, productId: spikevax })).ok).toBe(true);
  expect((await dose(personId, { productId: spikevax })).ok).toBe(true);
  expect(await consents(personId)).toMatchObject([{ vaccine: 'Spikevax' }]);
});

test('given a child, no dose until the guardian consented, who is offered the next time', async () => {
  const of = await checkedIn('2013-05-05');
  expect((await ask('consent.of-person', { personId: of.personId })).value).toMatchObject({
    asked: 'first',
    age: 'guardian',
  });
  expect((await dose(of.personId, { consent: 'oral' })).refusal.reason).toBe('consent-missing');
  expect((await act('consent.give', { ...of, ...oral })).refusal.reason).toBe('consent-not-theirs');
  const form = { kind: 'oral' };
  expect((await act('consent.give', { ...of, form, party: mother })).value).toMatchObject({
    standing: { party: mother },
    lastGuardian: mother,
  });
  expect((await dose(of.personId)).ok).toBe(true);
});

test('given a minor of 15, only the doctor says that they may consent themselves', async () => {
  const of = await checkedIn('2011-05-05');
  const judged = { ...of, form: { kind: 'oral' }, party: { who: 'self-judged' } };
  expect((await act('consent.give', judged)).refusal.reason).toBe('input-invalid');
  const window = aWindow(() => opened.station);
  const doctor = await expectStaff(opened.station, 'Dora Arzt', ['screening-doctor']);
  await window.signIn(doctor, doctor.pin);
  const given = await window.ask('consent.give-as-doctor', { requestId: crypto.randomUUID(), ...judged });
  expect(given.value.standing).toMatchObject({ by: 'Dora Arzt', party: { who: 'self-judged' } });
  expect((await dose(of.personId)).ok).toBe(true);
});

test('given a centre that asks for a signature, no dose without one, and the lines stay as they were drawn', async () => {
  await act('consent.choose-kinds', { kinds: ['signature', 'paper'] });
  const of = await checkedIn();
  expect((await dose(of.personId, { consent: 'oral' })).refusal.reason).toBe('consent-missing');
  expect((await act('consent.give', { ...of, ...oral })).refusal.reason).toBe('consent-kind-not-asked');
  const form = { kind: 'signature', strokes: [[30, 90, 80, 40, 140, 120]] };
  expect((await act('consent.give', { ...of, form, party: { who: 'self' } })).ok).toBe(true);
  expect((await dose(of.personId)).ok).toBe(true);
  expect(await consents(of.personId)).toMatchObject([{ form }]);
});

test('a consent that was withdrawn holds the dose back, and both stay in the record', async () => {
  const of = await checkedIn();
  const { standing } = (await act('consent.give', { ...of, ...oral })).value;
  const withdraw = { personId: of.personId, consentId: standing.consentId, reason: 'Möchte noch warten.' };
  expect((await act('consent.withdraw', withdraw)).value).toMatchObject({
    asked: 'first',
    isWithdrawn: true,
  });
  expect((await act('consent.withdraw', withdraw)).refusal.reason).toBe('consent-withdrawn-already');
  expect((await dose(of.personId, { consent: 'oral' })).refusal.reason).toBe('consent-withdrawn');
  expect(await consents(of.personId)).toMatchObject([{ withdrawn: { reason: 'Möchte noch warten.' } }]);
  expect((await act('consent.give', { ...of, ...oral })).ok).toBe(true);
  expect((await dose(of.personId)).ok).toBe(true);
});

test('a dose says by which consent it was given, and why; the reason is sealed like all that tells of an illness', async () => {
  const { personId } = await checkedIn();
  const given = await dose(personId, { consent: 'oral', indication: 'risk-group' });
  expect(given.value.doses).toMatchObject([{ indication: 'risk-group' }]);
  const [consent] = await consents(personId);
  const { db } = opened.station;
  const administered = historyOf(db, personId).find(({ event }) => event.type === 'DoseAdministered');
  expect(administered?.event).toMatchObject({ version: 7, data: { consentId: consent.consentId } });
  const rows = db.all(`SELECT data FROM event WHERE type = 'DoseAdministered'`);
  expect(JSON.stringify(rows)).not.toContain('risk-group');
});

test('the same press twice is one consent', async () => {
  const of = await checkedIn();
  const wish = { requestId: crypto.randomUUID(), ...of, ...oral };
  await ask('consent.give', wish);
  await ask('consent.give', wish);
  expect(await consents(of.personId)).toHaveLength(1);
});

test('who consented and how lies sealed: nobody reads it in the log', async () => {
  const of = await checkedIn('2013-05-05');
  await act('consent.give', { ...of, form: { kind: 'paper', reference: 'x' }, party: mother });
  await act('consent.choose-kinds', { kinds: ['oral', 'paper'] });
  const given = await act('consent.give', {
    ...of,
    form: { kind: 'paper', reference: 'Ordner 3' },
    party: mother,
  });
  expect(given.ok).toBe(true);
  const rows = opened.station.db.all<{ data: string }>(`SELECT * FROM event WHERE type = 'ConsentGiven'`);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/Beispiel|Ordner|parent|paper/);
});

test('the kinds are chosen once, at least one, and made again from the log they are the same', async () => {
  expect((await ask('consent.setting', {})).value).toEqual({ kinds: ['oral'], isChosen: false });
  expect((await act('consent.choose-kinds', { kinds: [] })).refusal.reason).toBe('consent-kinds-missing');
  const kinds = ['oral', 'signature'];
  expect((await act('consent.choose-kinds', { kinds })).value).toEqual({ kinds, isChosen: true });
  expect((await act('consent.choose-kinds', { kinds })).refusal.reason).toBe('consent-kinds-unchanged');
  const { db } = opened.station;
  const before = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(before);
});

test('a signature outside of its field, or one of a visit that is not of today, is refused', async () => {
  const of = await checkedIn();
  const form = { kind: 'signature', strokes: [[0, 0, 9000, 0]] };
  expect((await act('consent.give', { ...of, form, party: { who: 'self' } })).refusal.reason).toBe(
    'input-invalid',
  );
  opened.clock.now = '2026-12-24T09:00:00.000Z' as Instant;
  expect((await act('consent.give', { ...of, ...oral })).refusal.reason).toBe('visit-unknown');
});
