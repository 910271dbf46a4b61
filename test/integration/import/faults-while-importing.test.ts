import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { csvReader } from '../../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../../main/import/row-context-of.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { storeFaultOf } from '../../../main/store/store-fault.ts';
import { listImport } from '../../support/list-import.ts';
import { foreignLock, fullDisk, type Obstacle } from '../../support/obstacles.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const PEOPLE = 900;
const now: Instant = instantOf(Date.parse('2026-11-25T08:00:00Z'));
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, now);
});
afterEach(() => {
  vi.useRealTimers();
  opened.close();
});

const { counts, peopleHere } = listImport(() => opened.station);
const word = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const born = (at: number) => addDays('1940-01-01' as PlainDate, at);
/** Every second one is named twice: the second time they are asked for. */
const rows = Array.from({ length: PEOPLE }, (_, at) => `N${at};Berg${word(at)};Anna;${born(at)}`);
const twice = rows.filter((_, at) => at % 2 === 0).map((row) => row.replace(/^N/, 'M'));
const list = Buffer.from(['Patientennummer;Nachname;Vorname;Geburtsdatum', ...rows, ...twice].join('\n'));
const pieces = Array.from({ length: Math.ceil(list.length / 9_000) }, (_, at) =>
  list.subarray(at * 9_000, (at + 1) * 9_000),
);

let lists = 0;
function begin(): string {
  lists += 1;
  const importId = `00000000-0000-4000-8000-9${String(lists).padStart(11, '0')}`;
  const reader = csvReader(lookAtCsv(list, {}, true).plan, rowContextOf(opened.station));
  const file = {
    fileName: 'liste.csv',
    format: 'csv',
    actor: 'operator',
    reader,
    size: list.length,
  } as const;
  must(opened.station.importDesk.begin({ importId, ...file }));
  return importId;
}

/** Sends the whole list and lets it be checked. */
async function sendList(): Promise<string> {
  const { importDesk: desk } = opened.station;
  const importId = begin();
  for (const [index, piece] of pieces.entries()) must(await desk.chunk(importId, index, piece));
  must(await desk.check(importId));
  return importId;
}

/** What a fault is called at the desk; undefined where there was none. */
async function faultOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return storeFaultOf(error)?.code;
  }
}

const later = async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  await opened.station.importDesk.settled();
};
const expectWhole = () => {
  const { db, settings, stationKey } = opened.station;
  expect(counts()).toMatchObject({ rows: PEOPLE + twice.length, duplicates: twice.length });
  expect(verifyLog(db, new Map([[settings.station, stationKey.publicKey]])).isWhole).toBe(true);
};

describe.each<[string, () => Obstacle]>([
  ['a full disk', () => fullDisk(() => opened)],
  ['a foreign lock', () => foreignLock(() => opened)],
])('%s', (_, make) => {
  test('while a list is sent: the same piece once more stages what is left, and no row is lost', async () => {
    const obstacle = make();
    const { importDesk: desk } = opened.station;
    const importId = begin();
    let failed = 0;
    for (const [index, piece] of pieces.entries()) {
      obstacle.begin();
      const fault = await faultOf(desk.chunk(importId, index, piece));
      obstacle.end();
      if (fault !== undefined) {
        failed += 1;
        expect(fault).toBe(obstacle.code);
        must(await desk.chunk(importId, index, piece));
      }
      // What comes a second time changes nothing.
      must(await desk.chunk(importId, index, piece));
    }
    expect(failed).toBeGreaterThan(0);
    obstacle.begin();
    const fault = await faultOf(desk.check(importId));
    obstacle.end();
    if (fault) must(await desk.check(importId));
    // What had begun beside the desk as the obstacle went may have met it, and is tried again after ten seconds.
    await vi.waitFor(() => expect(desk.progress()).toMatchObject({ state: 'ready' }), { timeout: 20_000 });
    must(desk.run(importId, false));
    await desk.settled();
    expectWhole();
    expect(peopleHere()).toBe(PEOPLE);
  });

  test('while it is checked: it says why it stands, and goes on by itself once that has passed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const obstacle = make();
    const { importDesk: desk } = opened.station;
    const importId = await sendList();
    obstacle.begin();
    await desk.settled();
    expect(desk.progress()).toMatchObject({ state: 'checking', stopped: obstacle.code });
    await later();
    expect(desk.progress()).toMatchObject({ state: 'checking', stopped: obstacle.code });
    obstacle.end();
    await later();
    expect(desk.progress()).toMatchObject({ state: 'ready' });
    expect(desk.progress()?.stopped).toBeUndefined();
    must(desk.run(importId, false));
    await desk.settled();
    expectWhole();
    expect(peopleHere()).toBe(PEOPLE);
  });

  test('while it is written: nobody has to do anything', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const obstacle = make();
    const { importDesk: desk } = opened.station;
    const importId = await sendList();
    await desk.settled();
    must(desk.run(importId, false));
    obstacle.begin();
    await desk.settled();
    expect(desk.progress()).toMatchObject({ state: 'writing', stopped: obstacle.code });
    obstacle.end();
    await later();
    expect(desk.progress()).toMatchObject({ state: 'done' });
    expect(desk.fault()).toBeUndefined();
    expectWhole();
    expect(peopleHere()).toBe(PEOPLE);
  });
});
