import type { OutboxEntry, OutboxGroupEntry } from '../../../contracts/ipc/outbox-contract.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { type GoogleFaultCode, googleSentences } from '../../../issuing/google/google-fault.ts';
import type { Reads } from '../../context.ts';
import { messageRows, type OutboxRow, outboxCounts, outboxRow } from '../../store/outbox/outbox.ts';
import { type OutboxGroup, outboxGroups } from '../../store/outbox/outbox-groups.ts';
import { countDeliveriesSince, deliveriesSince } from '../../store/tables/messages/deliveries.ts';
import { passById } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';

const MOST = 200;
const MOST_GROUPS = 50;
const knowsPeople: readonly Role[] = ['reception', 'vaccinator', 'screening-doctor', 'site-lead'];

/**
 * What waits, failed, is to be told by phone, and what reached people today. Messages stand one by one, other work as a
 * number where there is more than one of it. Names only for who may know them.
 */
export function outboxList(station: Reads, roles: readonly Role[]): ChannelOutput<'outbox.list'> {
  const { db, now, settings } = station;
  const mayKnow = roles.some((role) => knowsPeople.includes(role));
  const today = instantAt(plainDateAt(now(), settings.timeZone), '00:00', settings.timeZone);
  const counts = outboxCounts(db);
  const groups = outboxGroups(db, MOST_GROUPS);
  const single = groups.flatMap(({ count, firstId }) => (count === 1 ? (outboxRow(db, firstId) ?? []) : []));
  const rows = [...messageRows(db, MOST), ...single].sort((one, other) => rankOf(one) - rankOf(other));
  const bulk = groups.filter(({ count }) => count > 1);
  const shown = bulk.reduce((sum, { count }) => sum + count, rows.length);
  return {
    counts,
    items: rows.map((row) => entryOf(station, row, mayKnow)),
    bulk: bulk.map(groupOf),
    notShown: counts.waiting + counts.failed + counts.byPhone - shown,
    delivered: deliveriesSince(db, today, MOST).map((row) => ({
      deliveryId: row.delivery_id,
      what: row.what,
      way: row.way,
      ...(mayKnow ? personOf(station, row.person_id) : {}),
      at: row.delivered_at,
    })),
    deliveredCount: countDeliveriesSince(db, today),
  };
}

/** Calls, failures and what is tried again before what only waits its turn. */
function rankOf({ state, fault }: OutboxRow): number {
  if (state !== 'waiting') return state === 'by-phone' ? 0 : 1;
  return fault === null ? 3 : 2;
}

function groupOf({ kind, state, fault, count, queuedAt }: OutboxGroup): OutboxGroupEntry {
  return { kind, state, count, queuedAt, ...(fault ? { fault } : {}) };
}

function entryOf(station: Reads, row: OutboxRow, mayKnow: boolean): OutboxEntry {
  const { message } = row.payload as { message?: string };
  const personId = personIdOf(station, row);
  return {
    itemId: row.id,
    kind: row.kind,
    ...(message ? { message } : {}),
    state: row.state,
    ...(mayKnow && personId ? personOf(station, personId) : {}),
    queuedAt: row.queuedAt,
    attempts: row.attempts,
    ...(row.state === 'waiting' ? { nextTryAt: row.dueAt } : {}),
    ...(row.fault ? { fault: row.fault } : {}),
    ...(row.fault && isGoogleFault(row.fault) ? { sentence: googleSentences[row.fault] } : {}),
  };
}

function isGoogleFault(fault: string): fault is GoogleFaultCode {
  return Object.hasOwn(googleSentences, fault);
}

/** Whom a piece of work is about: its payload says so, or the pass that is its subject does. */
function personIdOf(station: Reads, { payload, subject }: OutboxRow): PersonId | undefined {
  const { personId } = payload as { personId?: string };
  return personId ? idOf<PersonId>(personId) : passById(station.db, subject)?.person_id;
}

function personOf(station: Reads, personId: PersonId): Pick<OutboxEntry, 'person'> {
  const person = personById(station.db, personId);
  if (person?.status !== 'registered') return {};
  const { givenName, familyName, phone } = person.details;
  return { person: { personId, name: `${familyName}, ${givenName}`, ...(phone ? { phone } : {}) } };
}
