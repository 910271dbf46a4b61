import { afterEach, expect, test } from 'vitest';
import { outboxKinds } from '../../../domain/outbox/outbox-kinds.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { laneNames } from '../../../main/outbox/outbox-workers.ts';
import { enqueue, outboxCounts, outboxRow } from '../../../main/store/outbox/outbox.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation | undefined;

afterEach(() => {
  opened?.close();
  opened = undefined;
});

test('a piece of work that cannot be read is kept as failed, and the rest of its lane is done', async () => {
  opened = await openTestStation();
  const { station } = opened;
  enqueue(station.db, station.now(), [
    { kind: 'send-message', subject: 'unreadable', payload: { message: 'no-such-message' } },
    { kind: 'redesign-passes', subject: 'all', payload: {} },
    { kind: 'google-object', subject: 'nobody' },
  ]);
  await drainOutbox(station);
  expect(outboxCounts(station.db)).toEqual({ waiting: 0, failed: 2, byPhone: 0 });
  expect(outboxRow(station.db, 1)).toMatchObject({ state: 'failed', fault: 'payload-unreadable' });
});

test('every kind goes through a lane that is worked on', () => {
  for (const { lane } of Object.values(outboxKinds)) expect(laneNames).toContain(lane);
});
