import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { keyFromFile } from '../../../main/centre/key-file.ts';
import { witnessFiles } from '../../../main/centre/witness-file.ts';
import { writeLogFile } from '../../../main/cli/write-log-file.ts';
import { runCli } from '../../../main/cli.ts';
import { signLog } from '../../../main/compose.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { exportEvidence, linesIn } from '../../campaigns/tamper/evidence.ts';
import { tamperCampaign, verifyFile, verifyLines } from '../../campaigns/tamper.ts';
import { openTwoStations, parcelOf, receive } from '../../support/exchange.ts';
import { giveDose } from '../../support/give-dose.ts';
import { openTestStation, type TestStation, temporaryDirectory } from '../../support/test-station.ts';

let opened: TestStation;
let file: string;
beforeEach(async () => {
  opened = await openTestStation();
  file = path.join(opened.dir, 'log.jsonl');
  for (const lot of ['A', 'B', 'C']) giveDose(opened.station, lot);
});
afterEach(() => opened.close());

const folder = () => opened.dir;

/** The same store as somebody with its key sees it, without the program: no triggers in the way. */
function tamper(sql: string, ...values: (string | number)[]): void {
  const db = openDatabase(path.join(opened.dir, 'station.db'), keyFromFile(opened.dir));
  for (const table of ['event', 'chain_head'])
    for (const what of ['changed', 'deleted']) db.exec(`DROP TRIGGER IF EXISTS ${table}_is_never_${what}`);
  db.run(sql, ...values);
  db.close();
}

describe('the exported log', () => {
  test('holds, its last event signed, and tells nothing about anybody', async () => {
    writeLogFile(opened.station, file);
    expect((await verifyFile(file)).verdict).toMatchObject({ ok: true });
    const last = linesIn(file).at(-2) ?? '';
    expect(JSON.parse(last)).toMatchObject({ record: 'head' });
    expect(readFileSync(file, 'utf8')).not.toMatch(/Kanarienvogel|Erika|1964-08-12/);
  });

  test('is written by a command, which tells what to keep apart from it', async () => {
    const out: string[] = [];
    const io = { out: (line: string) => void out.push(line), err: () => {}, stdin: process.stdin };
    const dir = temporaryDirectory();
    const founded = await openTestStation(dir);
    giveDose(founded.station, 'A');
    founded.close();
    const target = path.join(path.dirname(dir), 'log.jsonl');
    expect(await runCli(['log', 'export', '--dir', dir, '--out', target, '--json'], io)).toBe(0);
    const { key, head } = JSON.parse(out[0] ?? '');
    const headFile = path.join(path.dirname(dir), 'head.json');
    writeFileSync(headFile, `${JSON.stringify(head)}\n`);
    expect((await verifyFile(target, '--key', key, '--head', headFile)).code).toBe(0);
  });

  test('of a log that has not begun holds, too', async () => {
    const empty = await openTestStation();
    writeLogFile(empty.station, file);
    expect((await verifyFile(file)).code).toBe(0);
    empty.close();
  });

  test('of a store in which an event was changed names that event', async () => {
    tamper(`UPDATE event SET occurred_at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`);
    writeLogFile(opened.station, file);
    const { code, verdict } = await verifyFile(file);
    expect(code).toBe(1);
    expect(verdict.fault).toMatch(/^event 3 was changed/);
  });

  test('of a store in which an event is missing names it', async () => {
    tamper('DELETE FROM event WHERE seq = 4');
    writeLogFile(opened.station, file);
    expect((await verifyFile(file)).verdict.fault).toMatch(/^events 4 to 4 of the station's own chain are/);
  });

  test('of a store that was cut behind a signed head tells how far it once came', async () => {
    signLog(opened.station);
    const { seq } = opened.station.db.first<{ seq: number }>('SELECT max(seq) AS seq FROM event') ?? {
      seq: 0,
    };
    tamper('DELETE FROM event WHERE seq > ?', seq - 2);
    writeLogFile(opened.station, file);
    expect((await verifyFile(file)).verdict.fault).toBe(
      `a head is signed at event ${seq}, and the chain stands at event ${seq - 2}`,
    );
  });

  test('of a store that was cut with its heads is found by the witness alone', async () => {
    opened.station.witness.keep();
    const [witness] = witnessFiles(opened.dir);
    const seen = path.join(path.dirname(opened.dir), 'seen.json');
    writeFileSync(seen, readFileSync(witness));
    const { seq } = JSON.parse(readFileSync(seen, 'utf8'));
    tamper('DELETE FROM event WHERE seq > ?', seq - 2);
    tamper('DELETE FROM chain_head WHERE seq > ?', seq - 2);
    writeLogFile(opened.station, file);
    expect((await verifyFile(file)).verdict.ok).toBe(true);
    expect((await verifyFile(file, '--head', seen)).verdict.fault).toBe(
      `the chain was seen up to event ${seq}, and ends at event ${seq - 2}`,
    );
  });

  test('goes on from every earlier export, and no former one stands for it', async () => {
    writeLogFile(opened.station, file);
    const earlier = path.join(opened.dir, 'earlier.jsonl');
    writeFileSync(earlier, readFileSync(file));
    giveDose(opened.station, 'D');
    writeLogFile(opened.station, file);
    expect((await verifyFile(file, '--head', earlier)).code).toBe(0);
    expect((await verifyFile(earlier, '--head', file)).verdict.fault).toMatch(/^the chain was seen up to/);
  });
});

test('events of another station that are here in parts are told as parts', async () => {
  const { one, other } = await openTwoStations();
  giveDose(other.station, 'E');
  const parcel = parcelOf(other.station);
  receive(one.station, { ...parcel, events: parcel.events.toSpliced(2, 2) });
  const partial = path.join(one.dir, 'log.jsonl');
  writeLogFile(one.station, partial);
  expect(linesIn(partial).filter((line) => line.startsWith('{"record":"gap"'))).toHaveLength(1);
  expect((await verifyFile(partial)).verdict).toMatchObject({ ok: true });
  one.close();
  other.close();
});

describe('the verifier', () => {
  test('finds a log that was written anew with another key once it is told the right one', async () => {
    const { lines, key } = await exportEvidence(3);
    const { lines: forged } = await exportEvidence(3);
    expect((await verifyLines(folder(), lines, '--key', key)).code).toBe(0);
    expect((await verifyLines(folder(), forged)).code).toBe(0);
    expect((await verifyLines(folder(), forged, '--key', key)).verdict).toMatchObject({
      line: 1,
      fault: 'the file is signed with another key than the one that was noted',
    });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'x\n'],
    ['a list', '[]\n'],
    ['an object of others', '{"record":"constructor"}\n'],
    ['a record without a start', '{"record":"gap","station":"a","epoch":1,"from":1,"to":2}\n'],
    ['deep nesting', `${'['.repeat(100_000)}\n`],
    [
      'a start whose parts are something else',
      '{"record":"start","format":"impfpass-log","version":1,"station":"a","centre":"b","exportedAt":"c","keys":[null]}\n',
    ],
  ])('says of %s that it is no log, and does not fall over', async (_, text) => {
    writeFileSync(file, text);
    const { code, verdict } = await verifyFile(file);
    expect(code).toBe(1);
    expect(verdict.fault).toMatch(/\S/);
  });

  test('is called wrongly without a file that is there', async () => {
    expect(existsSync(`${file}-none`)).toBe(false);
    await expect(verifyFile(`${file}-none`)).rejects.toThrow('Usage: node verify-log.mjs');
  });

  test('finds a sample of the changes of the campaign, and no fault in what nobody changed', async () => {
    const { found, edits, holdsUntouched, missed } = await tamperCampaign(38, 20261130);
    expect({ missed, holdsUntouched }).toEqual({ missed: [], holdsUntouched: true });
    expect(found).toBe(edits);
  }, 120_000);
});
