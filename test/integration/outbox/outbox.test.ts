import { afterEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { messageDraft } from '../../../domain/messages/message-draft.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { dueItems, enqueue, finishItem, outboxCounts } from '../../../main/store/outbox/outbox.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { aPerson, expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

describe('the outbox', () => {
  test('work that ends late never takes newer work on the same subject with it', async () => {
    opened = await openTestStation();
    const { db, now } = opened.station;
    enqueue(db, now(), [{ kind: 'sign-pass', subject: 'A' }]);
    const [inHand] = dueItems(db, 'signing', now(), 5);
    enqueue(db, now(), [{ kind: 'sign-pass', subject: 'A' }]);
    finishItem(db, inHand?.id ?? 0);
    expect(dueItems(db, 'signing', now(), 5).map(({ subject }) => subject)).toEqual(['A']);
  });

  test('bulk work lets everything else in its lane go first, and later work waits', async () => {
    opened = await openTestStation();
    const { db, now } = opened.station;
    enqueue(db, now(), [
      { kind: 'sign-pass', subject: 'bulk', priority: 'bulk' },
      { kind: 'sign-pass', subject: 'later', dueAt: addMinutes(now(), 60) },
      { kind: 'sign-pass', subject: 'desk' },
      { kind: 'send-message', subject: 'mail' },
    ]);
    const due = (most: number) => dueItems(db, 'signing', now(), most).map(({ subject }) => subject);
    expect(due(1)).toEqual(['desk']);
    expect(due(9)).toEqual(['desk', 'bulk']);
  });

  test('keeps ids of a message, no name, no address and no text', async () => {
    opened = await openTestStation();
    const { db, now } = opened.station;
    const personId = expectPerson(opened.station, aPerson({ email: 'erika@example.invalid' }));
    enqueue(db, now(), [messageDraft(personId, 'reminder')]);
    const items = dueItems(db, 'mail', now(), 5);
    const item = items.find(({ payload }) => payload.message === 'reminder');
    expect(item?.payload).toEqual({ personId, message: 'reminder' });
    expect(item?.subject).toBe(`${personId}:reminder:`);
  });
});

describe('a message', () => {
  test('to somebody without an address is left to a call where it must be known, and forgotten otherwise', async () => {
    opened = await openTestStation();
    const { station } = opened;
    const personId = expectPerson(station, aPerson(), addMinutes(station.now(), 60));
    const appointmentId = appointmentsOf(station.db, personId)[0]?.appointment_id;
    enqueue(station.db, station.now(), [
      messageDraft(personId, 'appointment-moved', appointmentId),
      messageDraft(personId, 'reminder', appointmentId),
    ]);
    await drainOutbox(station);
    expect(outboxCounts(station.db, 'mail')).toEqual({ waiting: 0, failed: 0, byPhone: 1 });
  });

  test('waits while no mail server is set up', async () => {
    opened = await openTestStation();
    const { station } = opened;
    const personId = expectPerson(station, aPerson({ email: 'erika@example.invalid' }));
    enqueue(station.db, station.now(), [messageDraft(personId, 'pass-ready')]);
    await drainOutbox(station);
    expect(outboxCounts(station.db, 'mail')).toEqual({ waiting: 1, failed: 0, byPhone: 0 });
  });

  test('to nobody known, or about a date that has passed, is forgotten', async () => {
    opened = await openTestStation();
    const { station, clock } = opened;
    const personId = expectPerson(station, aPerson(), addMinutes(station.now(), 60));
    const appointmentId = appointmentsOf(station.db, personId)[0]?.appointment_id;
    enqueue(station.db, station.now(), [
      messageDraft(personId, 'appointment-moved', appointmentId),
      messageDraft(idOf<PersonId>('nobody'), 'pass-ready'),
    ]);
    clock.now = addMinutes(station.now(), 61);
    await drainOutbox(station);
    expect(outboxCounts(station.db, 'mail')).toEqual({ waiting: 0, failed: 0, byPhone: 0 });
  });
});
