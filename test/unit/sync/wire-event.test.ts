import { describe, expect, it } from 'vitest';
import { enrolmentCode } from '../../../contracts/sync/enrolment-contract.ts';
import { pullQuery } from '../../../contracts/sync/pull-contract.ts';
import { pushRequest } from '../../../contracts/sync/push-contract.ts';
import { type WireEvent, wireEvent } from '../../../contracts/sync/wire-event.ts';

const event: WireEvent = {
  id: '0191d3a0-0000-7000-8000-000000000001',
  type: 'SomethingOfALaterVersion',
  version: 9,
  stream: 'person-1',
  station: 'station-1',
  epoch: 1,
  seq: 1,
  hlc: '2026-11-29T09:00:00.000Z-0000-station-1',
  occurredAt: '2026-11-29T09:00:00.000Z',
  recordedAt: '2026-11-29T09:00:00.000Z',
  actor: 'staff-1',
  data: '{}',
  prevHash: '0'.repeat(64),
  hash: 'a'.repeat(64),
};

describe('what goes over the wire', () => {
  it('takes an event of a type that nobody here knows', () => {
    expect(wireEvent.parse(event)).toEqual(event);
  });

  it('takes no event without its hash, out of order or with a column too many', () => {
    const { hash: _, ...unproven } = event;
    expect(wireEvent.safeParse(unproven).success).toBe(false);
    expect(wireEvent.safeParse({ ...event, seq: 0 }).success).toBe(false);
    expect(wireEvent.safeParse({ ...event, position: 4 }).success).toBe(false);
  });

  it('lets a push hold something that is no event, so that it blocks no other', () => {
    const head = {
      station: 'station-1',
      epoch: 1,
      seq: 2,
      hash: 'b'.repeat(64),
      signedAt: event.recordedAt,
      signature: 'x'.repeat(86),
    };
    const push = { protocol: 1, head, events: [event, 'nonsense'], version: '1.0.0' };
    expect(pushRequest.safeParse(push).success).toBe(true);
    expect(pushRequest.safeParse({ ...push, events: new Array(501).fill(event) }).success).toBe(false);
    expect(pushRequest.safeParse({ ...push, protocol: 2 }).success).toBe(false);
  });

  it('reads a pull from the words of an address', () => {
    expect(pullQuery.parse({ protocol: '1', after: '7' })).toEqual({
      protocol: 1,
      after: 7,
      limit: 500,
      waitMs: 0,
      own: '0',
    });
    expect(pullQuery.safeParse({ protocol: '1', after: '-1' }).success).toBe(false);
    expect(pullQuery.safeParse({ protocol: '1', after: '0', waitMs: '60000' }).success).toBe(false);
  });

  it.each([
    [' nord-7k3m-q2xa ', 'NORD-7K3M-Q2XA'],
    ['NORD-MITTE-7K3M-Q2XA', 'NORD-MITTE-7K3M-Q2XA'],
  ])('reads the code %s as it was meant', (typed, meant) => {
    expect(enrolmentCode.parse(typed)).toBe(meant);
  });

  it.each(['7K3M-Q2XA', 'NORD-7K3MQ2XA', 'NORD-7K3M-Q2XO', ''])('does not take %s for a code', (typed) => {
    expect(enrolmentCode.safeParse(typed).success).toBe(false);
  });
});
