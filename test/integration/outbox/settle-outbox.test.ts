import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { messageDraft } from '../../../domain/messages/message-draft.ts';
import type { MessageKind } from '../../../domain/messages/message-kind.ts';
import { discardOutboxItem, noteCall, retryOutbox } from '../../../main/commands/outbox/settle-outbox.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { handOverWays } from '../../../main/queries/handover/hand-over-ways.ts';
import { outboxList } from '../../../main/queries/outbox/outbox-list.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { enqueue, outboxCounts, postponeItem } from '../../../main/store/outbox/outbox.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { deliveriesSince } from '../../../main/store/tables/messages/deliveries.ts';
import { aPerson, expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

const lead = 'staff:lead';
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

function somebody(email?: string): PersonId {
  const { station } = opened;
  return expectPerson(station, aPerson(email ? { email } : {}), addMinutes(station.now(), 60));
}

/** Queues a message, lets the outbox try it, and answers its id on the list. */
async function tried(personId: PersonId, message: MessageKind): Promise<number> {
  const { station } = opened;
  const [date] = appointmentsOf(station.db, personId);
  const about = message === 'pass-ready' ? undefined : date?.appointment_id;
  enqueue(station.db, station.now(), [messageDraft(personId, message, about)]);
  await drainOutbox(station);
  const item = outboxList(station, ['site-lead']).items.find((each) => each.message === message);
  if (!item) throw new Error(`${message} is not on the list`);
  return item.itemId;
}

describe('what is left to a call', () => {
  test('counts as delivered by phone once somebody called, once however often the window asks', async () => {
    const { station } = opened;
    const personId = somebody();
    const call = { requestId: randomUUID(), itemId: await tried(personId, 'appointment-moved') };
    expect(outboxCounts(station.db, 'mail').byPhone).toBe(1);
    expect(noteCall(station, lead, call)).toEqual({ ok: true, value: {} });
    expect(noteCall(station, lead, call)).toEqual({ ok: true, value: {} });
    expect(noteCall(station, lead, { ...call, requestId: randomUUID() }).ok).toBe(false);
    const delivered = deliveriesSince(station.db, '' as never, 9);
    expect(delivered.map(({ what, way }) => `${what} ${way}`)).toEqual(['appointment-moved phone']);
    expect(outboxCounts(station.db)).toMatchObject({ byPhone: 0 });
  });
});

describe('a message that is discarded', () => {
  test('is gone, and who did it and why stands in the history', async () => {
    const { station } = opened;
    const personId = somebody('erika@example.invalid');
    const discard = {
      requestId: randomUUID(),
      itemId: await tried(personId, 'pass-ready'),
      reason: 'ruft selbst an',
    };
    expect(discardOutboxItem(station, lead, discard).ok).toBe(true);
    expect(discardOutboxItem(station, lead, discard).ok).toBe(true);
    const discarded = historyOf(station.db, personId).filter(
      ({ event }) => event.type === 'MessageDiscarded',
    );
    expect(discarded).toMatchObject([
      { actor: lead, event: { data: { message: 'pass-ready', personal: { reason: 'ruft selbst an' } } } },
    ]);
    expect(outboxCounts(station.db, 'mail').waiting).toBe(0);
  });

  test('is never a pass that waits for its signature', () => {
    const { station } = opened;
    somebody();
    const [item] = outboxList(station, ['site-lead']).items.filter(({ kind }) => kind === 'sign-pass');
    const refused = discardOutboxItem(station, lead, {
      requestId: randomUUID(),
      itemId: item?.itemId ?? 0,
      reason: 'soll weg',
    });
    expect(refused).toMatchObject({ ok: false, refusal: 'item-needed' });
  });
});

describe('what is tried again', () => {
  test('is due at once, alone or with everything that waits for a later try', async () => {
    const { station } = opened;
    const first = await tried(somebody('a@example.invalid'), 'pass-ready');
    await tried(somebody('b@example.invalid'), 'pass-ready');
    const due = () =>
      outboxList(station, ['site-lead']).items.filter(({ nextTryAt }) => (nextTryAt ?? '') <= station.now());
    expect(due()).toEqual([]);
    expect(retryOutbox(station, lead, { requestId: randomUUID(), itemId: first })).toMatchObject({
      value: { tried: 1 },
    });
    expect(due().map(({ itemId }) => itemId)).toEqual([first]);
    expect(retryOutbox(station, lead, { requestId: randomUUID() })).toMatchObject({ value: { tried: 2 } });
    expect(due()).toHaveLength(2);
  });

  test('asked twice with one request is tried once: what failed meanwhile keeps its pause', async () => {
    const { station } = opened;
    const retry = {
      requestId: randomUUID(),
      itemId: await tried(somebody('a@example.invalid'), 'pass-ready'),
    };
    retryOutbox(station, lead, retry);
    await drainOutbox(station);
    const [before] = outboxList(station, ['site-lead']).items;
    expect(retryOutbox(station, lead, retry)).toMatchObject({ value: { tried: 1 } });
    expect(outboxList(station, ['site-lead']).items[0]).toEqual(before);
    expect(before?.attempts).toBe(2);
  });

  test('that is gone is refused', () => {
    const refused = retryOutbox(opened.station, lead, { requestId: randomUUID(), itemId: 4711 });
    expect(refused).toMatchObject({ ok: false, refusal: 'item-gone' });
  });
});

describe('after much bulk work', () => {
  test('what failed and what is tried again stand first, and the bulk is one line with its count', async () => {
    const { station } = opened;
    const passes = Array.from({ length: 300 }, (_, index) => ({
      kind: 'google-object' as const,
      subject: `pass-${index}`,
      priority: 'bulk' as const,
      dueAt: addMinutes(station.now(), 60),
    }));
    enqueue(station.db, station.now(), passes);
    const refusedId = await tried(somebody('a@example.invalid'), 'pass-ready');
    enqueue(station.db, station.now(), [
      messageDraft(somebody('b@example.invalid'), 'pass-ready', undefined),
    ]);
    postponeItem(station.db, refusedId, addMinutes(station.now(), 5), 'mail-refused');
    const { items, bulk, notShown } = outboxList(station, ['site-lead']);
    expect(items[0]).toMatchObject({ itemId: refusedId, fault: 'mail-refused' });
    expect(items.filter(({ kind }) => kind === 'google-object')).toEqual([]);
    expect(bulk.find(({ kind }) => kind === 'google-object')?.count).toBe(300);
    expect(notShown).toBe(0);
  });

  test('messages beyond the list are counted, not silently left out', () => {
    const { station } = opened;
    const drafts = Array.from({ length: 230 }, (_, index) => ({
      kind: 'send-message' as const,
      subject: `message-${index}`,
    }));
    enqueue(station.db, station.now(), drafts);
    const { items, notShown } = outboxList(station, ['site-lead']);
    expect(items).toHaveLength(200);
    expect(notShown).toBe(30);
  });

  test('the desk is not told that a mail goes out while the server refuses them', async () => {
    const { station } = opened;
    const personId = somebody('a@example.invalid');
    const mail = () => {
      const ways = handOverWays(station, personId);
      return ways.ok && ways.value.mail;
    };
    keepSetting(station.db, 'mail', {} as never);
    expect(mail()).toBe('ready');
    postponeItem(
      station.db,
      await tried(personId, 'pass-ready'),
      addMinutes(station.now(), 5),
      'mail-refused',
    );
    expect(mail()).toBe('failing');
  });
});
