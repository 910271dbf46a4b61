import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { type NewSlot, openSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { type ApiCentres, apiClient, openApiCentres, passForm, pathOf } from '../../support/api-client.ts';
import { bringDose } from '../../support/headquarters-dose.ts';

let opened: ApiCentres;
beforeAll(async () => {
  opened = await openApiCentres();
});
afterAll(() => opened.test.close());

const { aKey, ask, freeSlot, scanTextOf, passJsonOf } = apiClient(() => opened);

describe('making a pass', () => {
  it('answers at once with the page, the pass file and the paper, and books the dates', async () => {
    const slotIds = [await freeSlot('2026-11-30'), await freeSlot('2026-12-21')];
    const made = await ask('/passes', passForm({ slotIds }));
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ status: 'valid', doseCount: 0 });
    expect(made.body.appointments.map(({ dose }: { dose: number }) => dose)).toEqual([1, 2]);
    expect(JSON.stringify(made.body)).not.toContain('Mustermann');
    const page = await opened.test.app.inject(pathOf(made.body.links.page));
    expect(page.statusCode).toBe(200);
    expect(await scanTextOf(made.body)).toHaveLength(42);
    const paper = await opened.test.app.inject(pathOf(made.body.links.pdf));
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('needs no date, and refuses one date where the schedule has two', async () => {
    expect((await ask('/passes', passForm())).body.appointments).toEqual([]);
    const one = await ask('/passes', passForm({ slotIds: [await freeSlot('2026-11-30')] }));
    expect(one).toMatchObject({ status: 422, body: { detail: 'dates-missing' } });
  });

  it.each([
    ['no consent', { consent: false }],
    ['a field that is unknown', { colour: 'red' }],
    ['no person', { person: undefined }],
  ])('refuses a form with %s and writes nothing', async (_what, more) => {
    const refused = await ask('/passes', passForm(more));
    expect(refused).toMatchObject({ status: 400, body: { type: 'urn:impfpass:problem:not-valid' } });
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  it('says what is wrong with a name and leaves the key free for the form put right', async () => {
    const key = aKey();
    const wrong = passForm({ person: { ...passForm().person, familyName: '12345' } });
    expect(await ask('/passes', wrong, { key })).toMatchObject({
      status: 422,
      body: { detail: 'name-not-a-name' },
    });
    expect((await ask('/passes', passForm(), { key })).status).toBe(201);
  });

  it('has the key free as soon as the refusal is there', async () => {
    const wrong = passForm({ person: { ...passForm().person, familyName: '12345' } });
    for (let time = 0; time < 20; time += 1) {
      const key = aKey();
      expect((await ask('/passes', wrong, { key })).status).toBe(422);
      expect((await ask('/passes', passForm(), { key })).status).toBe(201);
    }
  });
});

describe('a scan that an existing system reports', () => {
  it('is decided by the record: doses, the last of them, and when the next one is due', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const text = await scanTextOf(pass);
    expect((await ask('/scans', { text })).body).toEqual({
      decision: 'known',
      passId: pass.passId,
      doseCount: 0,
    });
    const [{ stream = '' } = {}] = (await personOf(pass.passId)).history;
    await bringDose(opened.test.headquarters, 'nord', stream, '2026-11-20');
    expect((await ask('/scans', { text })).body).toMatchObject({
      decision: 'known',
      doseCount: 1,
      lastDoseOn: '2026-11-20',
      nextDose: { dose: 2, recommendedFrom: '2026-12-11' },
    });
  });

  it('is recorded once for each request, under the name of the system', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const text = await scanTextOf(pass);
    const key = aKey();
    const [first, again] = [await ask('/scans', { text }, { key }), await ask('/scans', { text }, { key })];
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    const scans = await eventsOf(pass.passId, 'PassScanned');
    expect(scans.map(({ actor }) => actor)).toEqual([expect.stringMatching(/^api\.nord\./)]);
    await ask('/scans', { text });
    expect(await eventsOf(pass.passId, 'PassScanned')).toHaveLength(2);
    expect((await ask('/scans', { text }, { key: '' })).status).toBe(400);
  });

  it('is void after the pass was voided, once and for ever', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const text = await scanTextOf(pass);
    for (let time = 0; time < 2; time += 1) {
      const gone = await ask(`/passes/${pass.passId}?reason=lost`, undefined, { method: 'DELETE' });
      expect(gone).toMatchObject({ status: 200, body: { status: 'void' } });
      expect(gone.body.links).toBeUndefined();
    }
    expect((await ask('/scans', { text })).body).toEqual({ decision: 'void', passId: pass.passId });
    expect(await eventsOf(pass.passId, 'PassVoided')).toHaveLength(1);
  });

  it('is unknown for other codes and for the pass of another centre', async () => {
    expect((await ask('/scans', { text: '4006381333931' })).body).toEqual({
      decision: 'unknown',
      reason: 'not-a-pass',
    });
    const { body: theirs } = await ask('/passes', passForm(), { token: opened.sued });
    expect((await ask('/scans', { text: await scanTextOf(theirs) })).body).toEqual({
      decision: 'unknown',
      reason: 'forged',
    });
  });
});

describe('dates', () => {
  it('are booked, moved and cancelled, and their places taken and freed', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const slotId = await freeSlot('2026-11-30');
    const booked = await ask('/appointments', { passId: pass.passId, dose: 1, slotId });
    expect(booked.status, JSON.stringify(booked.body)).toBe(201);
    const [{ appointmentId }] = booked.body.appointments;
    const to = await freeSlot('2026-12-22');
    expect(to).not.toBe(slotId);
    const moved = await ask(`/appointments/${appointmentId}/move`, { slotId: to });
    expect(moved.body.appointments[0].startsAt).toContain('2026-12-22');
    expect(await freeSlot('2026-11-30')).toBe(slotId);
    const ended = await ask(`/appointments/${appointmentId}/cancel`, undefined, { method: 'POST' });
    expect(ended.body.appointments[0].status).toBe('cancelled');
    expect(await freeSlot('2026-12-22')).toBe(to);
    expect((await ask(`/appointments/${appointmentId}/cancel`, undefined, { method: 'POST' })).status).toBe(
      404,
    );
  });

  it('are refused for a second dose whose first was neither given nor has a date, with the field and what to do', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const slotId = await freeSlot('2026-12-22');
    const book = (dose: number) => ask('/appointments', { passId: pass.passId, dose, slotId });
    expect(await book(2)).toMatchObject({
      status: 422,
      body: {
        type: 'urn:impfpass:problem:refused',
        detail: 'dose-before-missing',
        errors: [{ pointer: '/dose', detail: expect.stringContaining('Book that one first') }],
      },
    });
    expect(await book(3)).toMatchObject({
      body: { detail: 'dose-not-planned', errors: [{ pointer: '/dose' }] },
    });
    expect(await freeSlot('2026-12-22')).toBe(slotId);
  });

  it('are refused twice for one dose, too early for the second, and for the last place that is gone', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const first = await freeSlot('2026-12-21');
    const book = (dose: number, slotId: string, passId = pass.passId) =>
      ask('/appointments', { passId, dose, slotId });
    expect((await book(1, first)).status).toBe(201);
    const next = await freeSlot('2026-12-22');
    expect(await book(1, next)).toMatchObject({ status: 422, body: { detail: 'dose-already-booked' } });
    expect(await book(2, next)).toMatchObject({ status: 422, body: { detail: 'interval-too-short' } });
    expect(await book(3, next)).toMatchObject({ status: 422, body: { detail: 'dose-not-planned' } });
    const { body: other } = await ask('/passes', passForm());
    expect(await book(1, first, other.passId)).toMatchObject({
      status: 409,
      body: { type: 'urn:impfpass:problem:slot-full' },
    });
  });
});

describe('free places', () => {
  const daysFor = async (query: string) => {
    const { status, body } = await ask(`/slots${query}`);
    return status === 200 ? [...new Set(body.slots.map(({ day }: { day: string }) => day))] : status;
  };

  it('are those that suit an age, where one is given, by full years on the day of each', async () => {
    const all = await daysFor('');
    expect(all).toEqual(['2026-11-30', '2026-12-21', '2026-12-22']);
    expect(await daysFor('?age=12')).toEqual(all);
    expect(await daysFor('?age=11')).toEqual([]);
    // Twelve on 22 December: the vaccine is authorised from that day on.
    expect(await daysFor('?birthDate=2014-12-22')).toEqual(['2026-12-22']);
    expect(await daysFor('?birthDate=1964-08-12&fromDay=2026-12-01')).toEqual(['2026-12-21', '2026-12-22']);
  });

  it('that suit are found however many others are free before them', async () => {
    const at = (from: string, minutes: number): NewSlot => ({
      slotId: randomUUID(),
      startsAt: addMinutes(from as Instant, minutes),
      day: from.slice(0, 10) as PlainDate,
      durationMinutes: 10,
      capacity: 1,
    });
    const early = Array.from({ length: 2_050 }, (_, index) => at('2026-12-01T06:00:00.000Z', index / 10));
    const late = at('2026-12-23T09:00:00.000Z', 0);
    await inCentre(opened.test.headquarters.databases.app, 'sued', async (db) => {
      await openSlots(db, 'sued', early);
      await openSlots(db, 'sued', [late]);
    });
    const slotsFor = async (query: string) =>
      (await ask(`/slots${query}`, undefined, { token: opened.sued })).body.slots;
    expect(await slotsFor('?fromDay=2026-12-01')).toHaveLength(2_000);
    const suited = await slotsFor('?birthDate=2014-12-23&fromDay=2026-12-01');
    expect(suited.map(({ slotId }: NewSlot) => slotId)).toEqual([late.slotId]);
  });

  it.each(['?age=-1', '?age=x', '?birthDate=yesterday', '?age=12&birthDate=2014-12-22'])(
    'are not told for %s',
    async (query) => {
      expect(await daysFor(query)).toBe(400);
    },
  );
});

describe('a message to passes', () => {
  it('is written on those that are valid, and says which are not', async () => {
    const { body: pass } = await ask('/passes', passForm());
    const { body: lost } = await ask('/passes', passForm());
    const { body: theirs } = await ask('/passes', passForm(), { token: opened.sued });
    await ask(`/passes/${lost.passId}?reason=lost`, undefined, { method: 'DELETE' });
    const message = { de: 'Bitte tragen Sie eine Maske.', en: 'Please wear a mask.' };
    const passIds = [pass.passId, lost.passId, theirs.passId];
    const sent = await ask('/messages', { passIds, message });
    expect(sent.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'written',
      'void',
      'unknown',
    ]);
    expect(await passJsonOf(pass)).toContain('Maske');
  });
});

/** What is known of the person of a pass, and what happened to them. */
const personOf = (passId: string) =>
  inCentre(opened.test.headquarters.databases.app, 'nord', async (db) => {
    const pass = await passOf(db, passId);
    return loadPerson(opened.test.headquarters, db, 'nord', pass?.personId ?? idOf<PersonId>(''));
  });

async function eventsOf(passId: string, type: string) {
  return (await personOf(passId)).history.filter(({ event }) => event.type === type);
}

describe('making a pass from a template', () => {
  const standard = { templateId: 'standard', version: 1 };

  it('lists what is published, and takes it by name alone or with its version', async () => {
    const { body } = await ask('/templates');
    expect(body.templates).toMatchObject([{ ...standard, isCurrent: true, logoText: { de: 'Impfpass' } }]);
    for (const template of [standard, { templateId: 'standard' }])
      expect(await ask('/passes', passForm({ template }))).toMatchObject({
        status: 201,
        body: { template: standard },
      });
  });

  it.each([
    ['a version that nobody published', { templateId: 'standard', version: 7 }, 422, 'refused'],
    ['a name that no template has', { templateId: 'winter' }, 404, 'not-found'],
    ['what is no name', { templateId: 'Winter & Co' }, 400, 'not-valid'],
    ['a version that is no number', { templateId: 'standard', version: 'new' }, 400, 'not-valid'],
  ])('answers %s with a problem document and registers nobody', async (_what, template, status, kind) => {
    const refused = await ask('/passes', passForm({ template }));
    expect(refused).toMatchObject({ status, body: { type: `urn:impfpass:problem:${kind}` } });
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });
});
