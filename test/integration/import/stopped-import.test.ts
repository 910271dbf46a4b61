import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { listImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const PEOPLE = 2_000;
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, counts, peopleHere } = listImport(() => opened.station);
const word = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const list = ['Nachname;Vorname;Geburtsdatum']
  .concat(
    Array.from(
      { length: PEOPLE },
      (_, at) => `Berg${word(at)};Anna;${addDays('1940-01-01' as PlainDate, at)}`,
    ),
  )
  .join('\n');

/** No room for more than so many further pages of the store, as on a full disk. */
function leaveRoomFor(pages: number): void {
  const { db } = opened.station;
  const [used, free] = [Number(db.pragma('page_count')), Number(db.pragma('freelist_count'))];
  db.pragma(`max_page_count = ${used - free + pages}`);
}
const makeRoom = () => opened.station.db.pragma('max_page_count = 1000000');
const settled = () => opened.station.importDesk.settled();

async function stopByFullDisk(): Promise<string> {
  const importId = await stage(list);
  leaveRoomFor(60);
  must(opened.station.importDesk.run(importId, false));
  await settled();
  return importId;
}

test('an import that a full disk stopped says so, and goes on from there once it is told to', async () => {
  const importId = await stopByFullDisk();
  const { importDesk: desk, db, settings, stationKey } = opened.station;
  expect(desk.progress()).toMatchObject({ state: 'writing', stopped: 'disk-full' });
  expect(peopleHere()).toBeLessThan(PEOPLE);
  must(desk.run(importId, false));
  await settled();
  expect(desk.progress()).toMatchObject({ state: 'writing', stopped: 'disk-full' });
  makeRoom();
  must(desk.run(importId, false));
  await settled();
  expect(desk.progress()).toMatchObject({ state: 'done' });
  expect(desk.progress()?.stopped).toBeUndefined();
  expect(counts()).toMatchObject({ added: PEOPLE });
  expect(peopleHere()).toBe(PEOPLE);
  expect(verifyLog(db, new Map([[settings.station, stationKey.publicKey]])).isWhole).toBe(true);
});

test('it can be taken back, and no other list takes its place before', async () => {
  const importId = await stopByFullDisk();
  await expect(stage('Nachname;Vorname;Geburtsdatum\nKern;Otto;1990')).rejects.toThrow('import-running');
  makeRoom();
  must(await opened.station.importDesk.cancel(importId));
  await settled();
  expect(opened.station.importDesk.progress()).toMatchObject({ state: 'taken-back' });
  expect(peopleHere()).toBe(0);
});
