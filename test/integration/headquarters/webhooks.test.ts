import { createHmac, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { describe, expect, it } from 'vitest';
import { type WebhookType, webhooks, webhookTypes } from '../../../contracts/api/webhook-contract.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { cancelOnline, moveOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { Chain, pushOf } from '../../support/chain.ts';
import { testMoment } from '../../support/headquarters.ts';
import { anEnrolledStation } from '../../support/headquarters-station.ts';
import { untilSo } from '../../support/until-so.ts';
import type { WebhookReceiver } from '../../support/webhook-receiver.ts';
import { webhookSuite } from '../../support/webhook-suite.ts';

const suite = webhookSuite(5_000);

const record = (stream: PersonId, type: string, data: object, version = 1) =>
  suite.centre.within((db) =>
    recordEvents(suite.centre.test.headquarters, db, {
      centre: 'nord',
      stream,
      actor: 'staff-1',
      events: [{ type, version, data: { personId: stream, ...data } } as never],
    }),
  );

const doseOf = (appointmentId: AppointmentId | undefined) => ({
  doseId: randomUUID(),
  productId: 'comirnaty',
  lot: 'AB1234',
  site: 'left-upper-arm',
  route: 'intramuscular',
  amountMl: 0.3,
  vaccinator: 'staff-1',
  ordinal: 1,
  givenOn: '2026-11-24',
  overrides: [],
  appointmentId,
});

const heads = ({ headers }: WebhookReceiver['heard'][number]) => headers as Record<string, string>;

describe('an existing system', () => {
  it('hears of a booking: both dates and the pass, signed, with ids and without a name', async () => {
    const { secret } = await suite.centre.anEndpoint(suite.receiver);
    const { passId, appointmentIds } = await suite.centre.book();
    await untilSo(() => suite.receiver.heard.length === 3);
    const dates = suite.receiver.ofType('appointment.booked').map(({ body }) => body.data);
    expect(new Set(dates.map(({ appointmentId }) => appointmentId))).toEqual(new Set(appointmentIds));
    const [pass] = suite.receiver.ofType('pass.created');
    expect(pass?.body).toEqual({
      type: 'pass.created',
      timestamp: testMoment,
      data: { passId, status: 'valid', doseCount: 0, appointmentIds },
    });
    for (const one of suite.receiver.heard) {
      expect(one.text).not.toMatch(/Mustermann|Erika|19\d\d-/);
      webhooks[one.body.type as WebhookType].body.strict().parse(one.body);
      expect(new Webhook(secret).verify(one.text, heads(one))).toEqual(one.body);
      for (const judge of [new Webhook(secret), new SvixWebhook(secret)]) {
        expect(() => judge.verify(one.text, heads(one))).not.toThrow();
        expect(() => judge.verify(`${one.text} `, heads(one))).toThrow();
      }
      expect(one.headers['webhook-signature']).toBe(`v1,${signedByHand(secret, one)}`);
    }
  });

  it('hears of dates that are moved, cancelled, missed and kept, and of what the pass says then', async () => {
    await suite.centre.anEndpoint(suite.receiver);
    const { personId, passId, appointmentIds } = await suite.centre.book();
    const [first, second] = appointmentIds as [AppointmentId, AppointmentId];
    const whose = { personId, appointmentId: second, actor: 'citizen' };
    await moveOnline(suite.centre.test.headquarters, suite.centre.nord, {
      ...whose,
      slotId: await suite.centre.slotOn('2026-12-15'),
    });
    await untilSo(() => suite.receiver.ofType('appointment.moved').length === 1);
    expect(suite.receiver.ofType('appointment.moved')[0]?.body.data).toMatchObject({
      appointmentId: second,
      passId,
      dose: 2,
      startsAt: expect.stringContaining('2026-12-15'),
      movedFrom: expect.stringContaining('2026-12-20'),
    });
    await cancelOnline(suite.centre.test.headquarters, suite.centre.nord, whose);
    await record(personId, 'NoShowRecorded', { appointmentId: first, day: '2026-11-24', by: 'desk' });
    await untilSo(() => suite.receiver.ofType('appointment.missed').length === 1);
    // Late after all.
    await record(personId, 'DoseAdministered', doseOf(first));
    await untilSo(() => suite.receiver.ofType('appointment.attended').length === 1);
    expect(suite.receiver.ofType('appointment.cancelled')[0]?.body.data).toMatchObject({
      appointmentId: second,
    });
    expect(suite.receiver.ofType('appointment.attended')[0]?.body.data).toMatchObject({
      appointmentId: first,
    });
    await untilSo(() => suite.receiver.ofType('pass.updated').some(({ body }) => body.data.doseCount === 1));
    await record(personId, 'NoShowRecorded', { appointmentId: first, day: '2026-11-24', by: 'desk' });
    expect(suite.receiver.ofType('appointment.missed')).toHaveLength(1);
  });

  it('hears that a visit ended without a dose, neither as missed nor as attended, and what the pass says then', async () => {
    await suite.centre.anEndpoint(suite.receiver);
    const { personId, appointmentIds } = await suite.centre.book();
    const [first] = appointmentIds as [AppointmentId];
    const visit = { visitId: randomUUID(), appointmentId: first, day: '2026-11-24' };
    await record(personId, 'CheckedIn', { ...visit, via: 'search', overrides: [] }, 2);
    const before = suite.receiver.ofType('pass.updated').length;
    await record(personId, 'VisitEndedWithoutDose', { ...visit, reason: 'medical' });
    await untilSo(() => suite.receiver.ofType('appointment.ended').length === 1);
    const [told] = suite.receiver.ofType('appointment.ended');
    expect(told?.body.data).toMatchObject({ appointmentId: first, dose: 1 });
    expect(told?.text).not.toContain('medical');
    await untilSo(() => suite.receiver.ofType('pass.updated').length > before);
    expect(suite.receiver.ofType('appointment.missed')).toEqual([]);
    expect(suite.receiver.ofType('appointment.attended')).toEqual([]);
  });

  it('hears of a pass that is scanned at a desk, as soon as the desk sends it, and not of a search', async () => {
    await suite.centre.anEndpoint(suite.receiver);
    const { personId, passId } = await suite.centre.book();
    const other = await suite.another();
    await suite.centre.anEndpoint(other, ['appointment.missed']);
    const visit = { personId, day: '2026-11-24', overrides: [] };
    const station = await anEnrolledStation(suite.centre.test, 'nord');
    const chain = new Chain(station.station);
    const at = (via: string) => ({
      type: 'CheckedIn',
      stream: personId,
      data: { ...visit, visitId: randomUUID(), via },
      occurredAt: addMinutes(testMoment, 5),
    });
    chain.add(1, at('search'));
    chain.add(1, at('pass'));
    const answer = await push(station, chain);
    expect(answer.statusCode, answer.body).toBe(200);
    await untilSo(() => suite.receiver.ofType('pass.scanned').length === 1);
    expect(suite.receiver.ofType('pass.scanned')[0]?.body).toMatchObject({
      timestamp: addMinutes(testMoment, 5),
      data: { passId, status: 'valid', doseCount: 0, by: 'desk' },
    });
    // The same once more: nothing new happened.
    await push(station, chain);
    await record(personId, 'PassScanned', { passId });
    await untilSo(() => suite.receiver.ofType('pass.scanned').length === 2);
    expect(suite.receiver.ofType('pass.scanned')[1]?.body.data.by).toBe('system');
    expect(new Set(suite.receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(
      suite.receiver.heard.length,
    );
    expect(other.heard).toEqual([]);
  });

  it('hears nothing of what happened before it was registered, and nothing of other centres', async () => {
    const { personId, appointmentIds } = await suite.centre.book();
    suite.centre.test.clock.now = addMinutes(testMoment, 1);
    await suite.centre.anEndpoint(suite.receiver);
    const other = await suite.another();
    await suite.centre.anEndpoint(other, webhookTypes, 'sued');
    const station = await anEnrolledStation(suite.centre.test, 'nord');
    const chain = new Chain(station.station);
    const visit = { personId, visitId: randomUUID(), day: '2026-11-23', via: 'pass', overrides: [] };
    chain.add(1, { type: 'CheckedIn', stream: personId, data: visit, occurredAt: testMoment });
    expect((await push(station, chain)).statusCode).toBe(200);
    await record(personId, 'DoseAdministered', doseOf(appointmentIds[0]));
    await untilSo(() => suite.receiver.ofType('pass.updated').length > 0);
    expect(suite.receiver.ofType('pass.scanned')).toEqual([]);
    expect(other.heard).toEqual([]);
  });

  it('hears nothing of a record that is restricted', async () => {
    await suite.centre.anEndpoint(suite.receiver);
    const { personId, passId } = await suite.centre.book();
    await untilSo(() => suite.receiver.heard.length === 3);
    await record(personId, 'PersonRestricted', { why: 'objection' });
    await record(personId, 'PassScanned', { passId });
    await suite.centre.book();
    await untilSo(() => suite.receiver.heard.length === 6);
    expect(suite.receiver.ofType('pass.scanned')).toEqual([]);
  });

  it.each(['PersonRestricted', 'PersonErased'])(
    'hears nothing of what it had not heard before %s, when it is back',
    async (type) => {
      const { endpointId } = await suite.centre.anEndpoint(suite.receiver);
      suite.receiver.answers.push(503, 503, 503);
      const { personId } = await suite.centre.book();
      await untilSo(() => suite.receiver.heard.length === 3);
      await record(personId, type, { why: 'objection' });
      await suite.centre.letPass(60);
      await suite.centre.book();
      await untilSo(() => suite.receiver.heard.length === 6);
      expect(new Set(suite.receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(6);
      await untilSo(async () => (await suite.centre.countsOf(endpointId)).waiting === 0);
    },
  );

  it.each(['PersonRestricted', 'PersonErased'])(
    'is not told after %s what had been given up, though it can be sent again',
    async (type) => {
      const { endpointId } = await suite.centre.anEndpoint(suite.receiver);
      suite.receiver.answers.push(410, 410, 410);
      const { personId } = await suite.centre.book();
      await untilSo(async () => (await suite.centre.countsOf(endpointId)).failed === 3);
      await record(personId, type, { why: 'objection' });
      expect(await suite.centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 0 });
    },
  );

  it('hears nothing of what makes no sense, and no push fails of it', async () => {
    await suite.centre.anEndpoint(suite.receiver);
    const { personId, appointmentIds } = await suite.centre.book();
    const station = await anEnrolledStation(suite.centre.test, 'nord');
    const chain = new Chain(station.station);
    chain.add(1, {
      type: 'AppointmentMoved',
      stream: personId,
      data: { personId, appointmentId: appointmentIds[0] },
      occurredAt: testMoment,
    });
    expect((await push(station, chain)).json().outcomes[0].outcome).toBe('accepted');
    await record(personId, 'NoShowRecorded', {
      appointmentId: appointmentIds[0],
      day: '2026-11-24',
      by: 'desk',
    });
    await untilSo(() => suite.receiver.ofType('appointment.missed').length > 0);
    expect(suite.receiver.ofType('appointment.moved')).toEqual([]);
  });
});

/** What the specification says, without a library. */
function signedByHand(secret: string, { headers, text }: WebhookReceiver['heard'][number]): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  return createHmac('sha256', key).update(signed).digest('base64');
}

async function push(station: Awaited<ReturnType<typeof anEnrolledStation>>, chain: Chain) {
  return suite.centre.test.app.inject({
    method: 'POST',
    url: '/sync/v1/events',
    payload: (await pushOf(station.signing, chain.events)) as object,
    headers: { authorization: `Bearer ${await station.token()}` },
  });
}
