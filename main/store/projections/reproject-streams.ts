import { sharedStreamOf } from '../../../domain/kernel/shared-streams.ts';
import type { PersonsLinked, PersonsToldApart, PersonsUnlinked } from '../../../domain/people/events.ts';
import { projectEvent } from '../../../domain/projections/project-event.ts';
import { readModels, readModelTables } from '../../../domain/projections/row-change.ts';
import type { RecordedEvent, StationEvent } from '../../../domain/station-event.ts';
import type { WritableDb } from '../database.ts';
import { isProjectedHere } from '../event-log/known-stations.ts';
import { historyOf, jointHistoryOf, sharedHistoryOf } from '../event-log/read-events.ts';
import { applyChanges } from './apply-changes.ts';

/**
 * Makes anew what the read models hold of these histories, in the order of the clocks: an event that comes late takes
 * its place among those before. Call it in the transaction that appends the events.
 */
export function reprojectStreams(db: WritableDb, streams: Iterable<string>): void {
  const people = new Set<string>();
  const shared = new Set<string>();
  for (const stream of streams) {
    const word = sharedStreamOf(stream);
    if (word === undefined) people.add(stream);
    else shared.add(word);
  }
  for (const word of shared) {
    forgetShared(db, word);
    project(db, sharedHistoryOf(db, word));
  }
  while (people.size > 0) {
    const [first = ''] = people;
    const joint = togetherWith(db, first);
    for (const each of joint) people.delete(each);
    forgetPeople(db, joint);
    project(db, jointHistoryOf(db, joint));
  }
}

function project(db: WritableDb, history: readonly RecordedEvent[]): void {
  const isOurs = isProjectedHere(db);
  for (const recorded of history) if (isOurs(recorded)) applyChanges(db, projectEvent(recorded));
}

/** Everybody who was ever linked with somebody or told apart from them: what one of their histories says may be about the other's rows. */
function togetherWith(db: WritableDb, stream: string): string[] {
  const found = new Set([stream]);
  for (const each of found) {
    const rows = db.all<{ person_id: string; other_id: string }>(
      ['person_link', 'told_apart']
        .map((table) => `SELECT person_id, other_id FROM ${table} WHERE person_id = ? OR other_id = ?`)
        .join(' UNION ALL '),
      each,
      each,
      each,
      each,
    );
    for (const { person_id, other_id } of rows) found.add(person_id).add(other_id);
    for (const { event } of historyOf(db, each))
      if (isAboutPair(event)) found.add(event.data.personId).add(event.data.otherId);
  }
  return [...found];
}

function isAboutPair(event: StationEvent): event is PersonsLinked | PersonsUnlinked | PersonsToldApart {
  const { type } = event;
  return type === 'PersonsLinked' || type === 'PersonsUnlinked' || type === 'PersonsToldApart';
}

function forgetPeople(db: WritableDb, people: readonly string[]): void {
  const ids = JSON.stringify(people);
  for (const table of readModelTables) {
    if (readModels[table] === 'person')
      db.run(`DELETE FROM ${table} WHERE person_id IN (SELECT value FROM json_each(?))`, ids);
    if (readModels[table] === 'staff')
      db.run(`DELETE FROM ${table} WHERE staff_id IN (SELECT value FROM json_each(?))`, ids);
  }
  for (const table of ['person_link', 'told_apart'])
    db.run(`DELETE FROM ${table} WHERE other_id IN (SELECT value FROM json_each(?))`, ids);
}

/** Rows of one event alone need not go: they are written again as they were. */
function forgetShared(db: WritableDb, word: string): void {
  const [kind = '', day = ''] = word.split(':');
  for (const table of readModelTables) {
    const isWhole = readModels[table] === 'centre' || readModels[table] === 'fridges';
    if (isWhole && readModels[table] === kind) db.run(`DELETE FROM ${table}`);
    if (kind === 'day' && readModels[table] === 'day') db.run(`DELETE FROM ${table} WHERE day = ?`, day);
    if (kind === 'lot' && readModels[table] === 'lot') db.run(`DELETE FROM ${table} WHERE lot_key = ?`, word);
  }
}
