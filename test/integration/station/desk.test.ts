import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import {
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';
import { tenOnMonday, visitDesk } from '../../support/visit-desk.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), tenOnMonday);
});
afterEach(() => opened.close());

const { ask, act, barcodeOf, visit } = visitDesk(() => opened.station);

describe('given somebody with a date today', () => {
  test('the scan of their pass is green, and once vaccinated the pass says so', async () => {
    const personId = expectPerson(opened.station);
    const scanned = await ask('desk.scan', { texts: [barcodeOf(personId)], via: 'wedge' });
    expect(scanned.value.decision).toMatchObject({ light: 'green', action: 'check-in', personId });
    const { appointmentId } = scanned.value.decision;
    await act('desk.check-in', { personId, appointmentId, via: 'pass' });
    const given = await act('desk.record-dose', {
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    });
    expect(given.value.doses).toHaveLength(1);
    expect(given.value.appointments[0].status).toBe('attended');
    expect(given.value.pass).toMatchObject({ doseCount: 1, file: 'queued' });
    await drainOutbox(opened.station);
    const pass = passOf(opened.station.db, personId);
    expect(passFileOf(opened.station.db, pass?.pass_id ?? '')?.revision).toBe(pass?.revision);
    const face = await ask('passes.face', { personId, language: 'de' });
    expect(face.value.header[0].value).toBe('1 von 2');
  });

  test('the same request twice has one effect and one answer', async () => {
    const personId = expectPerson(opened.station);
    await act('desk.check-in', {
      personId,
      via: 'pass',
      overrides: ['no-appointment'],
    });
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    };
    const once = await ask('desk.record-dose', input);
    const twice = await ask('desk.record-dose', input);
    expect(twice.value.doseId).toBe(once.value.doseId);
    expect(twice.value.doses).toHaveLength(1);
  });

  test('the day list is handed out as a real PDF and as CSV', async () => {
    const personId = expectPerson(opened.station);
    const list = async (format: string) => {
      const { value } = await ask('import.day-list', { day: '2026-11-23', format, language: 'de' });
      return { fileName: value.fileName, text: Buffer.from(value.bytes, 'base64').toString('latin1') };
    };
    const pdf = await list('pdf');
    expect(pdf.fileName).toBe('Tagesliste-2026-11-23.pdf');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    const { person } = (await ask('desk.card', { personId })).value;
    expect((await list('csv')).text).toContain(person.familyName);
    expect((await list('csv')).text).not.toContain('schon geimpft');
    await visit(personId);
    // Who works from the paper later must not give it again.
    expect((await list('csv')).text).toMatch(new RegExp(`${person.familyName}.*L-1.*schon geimpft`));
  });
});

describe('given the wrong person was checked in', () => {
  const statusesOf = async (personId: string) =>
    (await ask('desk.card', { personId })).value.appointments.map(({ status }: { status: string }) => status);

  test('it is undone on that day, they are expected again, and the board forgets the visit', async () => {
    const personId = expectPerson(opened.station);
    const { decision } = (await ask('desk.open', { personId })).value;
    const { appointmentId } = decision;
    const checkedIn = await act('desk.check-in', { personId, appointmentId, via: 'pass' });
    const { visitId } = checkedIn.value.visit;
    const undone = await act('desk.undo-check-in', { personId, visitId });
    expect(undone.value.visit).toBeUndefined();
    expect(await statusesOf(personId)).toEqual(['booked']);
    const { entries } = (await ask('board.now', { span: 'day' })).value;
    expect(entries.map(({ visit }: { visit?: object }) => visit)).toEqual([undefined]);
    expect((await act('desk.undo-check-in', { personId, visitId })).refusal.reason).toBe('visit-unknown');
    expect((await act('desk.check-in', { personId, appointmentId, via: 'pass' })).ok).toBe(true);
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  });

  test('after a dose it stands, and so it does on another day', async () => {
    const personId = expectPerson(opened.station);
    const given = await visit(personId);
    const { visitId } = given.value.visit;
    const refused = await act('desk.undo-check-in', { personId, visitId });
    expect(refused.refusal.reason).toBe('dose-already-today');
    opened.clock.now = addMinutes(opened.clock.now, 24 * 60);
    const late = await act('desk.undo-check-in', { personId, visitId });
    expect(late.refusal.reason).toBe('visit-unknown');
  });
});
