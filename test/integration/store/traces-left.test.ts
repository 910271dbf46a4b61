import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantOf } from '../../../domain/kernel/instant.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { openDatabase, type WritableDb } from '../../../main/store/database.ts';
import { keepSetting, settingOf } from '../../../main/store/settings.ts';
import { clearTraces, noteTracesLeft } from '../../../main/store/traces-left.ts';
import { listImport } from '../../support/list-import.ts';
import { expectPerson, must, openTestStation, temporaryDirectory } from '../../support/test-station.ts';

const PEOPLE = 20_000;
const canary = 'KANARIENNUMMER';

/** Always the same numbers, in no order. */
function scattered() {
  let state = 12_345;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state.toString(36);
  };
}

/** A store without encryption, so that its bytes can be read, with an index into which many rows were put in no order. */
function aClearStore(): { file: string; db: WritableDb; bytes(): Buffer } {
  const dir = temporaryDirectory();
  mkdirSync(dir);
  const file = path.join(dir, 'clear.db');
  const db = openDatabase(file, undefined);
  const next = scattered();
  db.exec(`CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE person (id TEXT PRIMARY KEY, number TEXT, details TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX person_number ON person (number);`);
  db.transactUnsynced(() => {
    for (let at = 0; at < PEOPLE; at += 1) {
      const number = `${canary}${next()}`;
      db.run('INSERT INTO person VALUES (?, ?, ?)', `${next()}${at}`, number, `${next()} `.repeat(6));
    }
  });
  const bytes = () => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return readFileSync(file);
  };
  return { file, db, bytes };
}

const canariesIn = (bytes: Buffer) => bytes.toString('latin1').split(canary).length - 1;

describe('what was deleted from the store', () => {
  test('is nowhere in its file once that was written anew, also where copies stayed behind as rows moved', () => {
    const { db, bytes } = aClearStore();
    expect(canariesIn(bytes())).toBeGreaterThan(PEOPLE);
    db.transact(() => {
      noteTracesLeft(db);
      db.run('UPDATE person SET number = NULL');
    });
    // Overwriting what is deleted does not reach them: the search is one that can find.
    expect(canariesIn(bytes())).toBeGreaterThan(0);
    clearTraces(db, 'beside-the-desk');
    expect(canariesIn(bytes())).toBe(0);
    expect(settingOf(db, 'traces-left')).toBeUndefined();
    expect(db.all('SELECT id FROM person')).toHaveLength(PEOPLE);
    db.close();
  }, 30_000);

  test('is left for the next start where it cannot be written anew now', () => {
    const { db, file } = aClearStore();
    noteTracesLeft(db);
    const other = openDatabase(file, undefined);
    other.exec('BEGIN IMMEDIATE');
    clearTraces(db, 'beside-the-desk');
    expect(settingOf(db, 'traces-left')).toBe(true);
    other.exec('ROLLBACK');
    other.close();
    clearTraces(db, 'start');
    expect(settingOf(db, 'traces-left')).toBeUndefined();
    db.close();
  }, 30_000);

  test('is not looked for where nothing was: the file is left as it is', () => {
    const { db } = aClearStore();
    // Each rewriting of the file counts one more.
    const rewritten = () => db.all('PRAGMA schema_version');
    const before = rewritten();
    clearTraces(db, 'start');
    expect(rewritten()).toEqual(before);
    noteTracesLeft(db);
    clearTraces(db, 'start');
    expect(rewritten()).not.toEqual(before);
    db.close();
  }, 30_000);
});

describe('the file of a station is written anew', () => {
  const startsAt = instantOf(Date.parse('2026-11-25T08:00:00Z'));

  test('when somebody was erased, and goes on', async () => {
    const { station, close } = await openTestStation(undefined, startsAt);
    const personId = expectPerson(station);
    must(erasePerson(station, 'operator', { personId, approvedBy: idOf<StaffId>('second') }));
    expect(settingOf(station.db, 'traces-left')).toBeUndefined();
    expect(station.db.all('PRAGMA freelist_count')).toEqual([{ freelist_count: 0 }]);
    expectPerson(station);
    close();
  });

  test('when a list ran out', async () => {
    const opened = await openTestStation(undefined, startsAt);
    const { stage } = listImport(() => opened.station);
    await stage(`Patientennummer;Nachname;Vorname;Geburtsdatum\n${canary}1;Berg;Anna;1985`);
    opened.clock.now = addMinutes(startsAt, 8 * 24 * 60);
    opened.station.importDesk.expire();
    await opened.station.importDesk.settled();
    expect(settingOf(opened.station.db, 'traces-left')).toBeUndefined();
    expect(opened.station.db.all('PRAGMA freelist_count')).toEqual([{ freelist_count: 0 }]);
    opened.close();
  });

  test('at its start, where that was left', async () => {
    const { station, dir, close } = await openTestStation(undefined, startsAt);
    expectPerson(station);
    keepSetting(station.db, 'traces-left', true);
    close();
    const again = await openTestStation(dir, startsAt);
    expect(settingOf(again.station.db, 'traces-left')).toBeUndefined();
    expect(again.station.db.all('SELECT person_id FROM person')).toHaveLength(1);
    again.close();
  });
});
