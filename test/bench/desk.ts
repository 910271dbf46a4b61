import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { databaseFile } from '../../main/centre/directory.ts';
import { keyFromFile } from '../../main/centre/key-file.ts';
import { previewScan } from '../../main/commands/scanning/evaluate-scan.ts';
import { passFacts } from '../../main/queries/passes/pass-facts.ts';
import { searchPeople, suggestPeople } from '../../main/queries/people/search-people.ts';
import { openDatabase, type ReadableDb, type WritableDb } from '../../main/store/database.ts';
import { appointmentsOf } from '../../main/store/tables/appointments/appointments.ts';
import { passById } from '../../main/store/tables/passes/passes.ts';
import { personById } from '../../main/store/tables/people/people.ts';
import { openTestStation, temporaryDirectory } from '../support/test-station.ts';
import { dayBoardTimes } from './desk/day-board-times.ts';
import type { FilledCentre } from './desk/fill-centre.ts';
import { fillElsewhere } from './desk/fill-elsewhere.ts';
import { quantile } from './desk/quantile.ts';
import { timesAfterVisits } from './desk/times-after-visits.ts';

const LOOK_UPS = 2_000;
const MOST_SUGGESTIONS = 8;

/**
 * `npm run -s bench -- desk [--people N] [--json]`: the desk's look-ups with a full store (one million people, two
 * million dates), today's list and the board before and after 5,000 visits, and what encryption costs: the same
 * look-ups on the same rows unencrypted, in turns.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { people: { type: 'string', default: '1000000' } } });
  const people = Number(values.people);
  const dir = temporaryDirectory();
  const filled = fillElsewhere(dir, people);
  const { station, close } = await openTestStation(dir);
  try {
    const scans = barcodesOf(station, filled);
    const scan = timesOf(scans, (barcode) => previewScan(station, { texts: [barcode], via: 'wedge' }));
    const prefixes = filled.names.slice(0, LOOK_UPS).map((name) => name.slice(0, 6));
    const prefix = timesOf(prefixes, (typed) => suggestPeople(station, typed, MOST_SUGGESTIONS));
    const search = timesOf(typedBy(filled), (typed) => searchPeople(station, typed));
    const day = plainDateAt(station.now(), station.settings.timeZone);
    const board = dayBoardTimes(station, day);
    const afterVisits = timesAfterVisits(station, day);
    const memoryMb = Math.round(process.memoryUsage().rss / 1e6);
    const result = {
      people,
      scanToDecisionP50Ms: quantile(scan, 0.5),
      scanToDecisionP95Ms: quantile(scan, 0.95),
      scanToDecisionP99Ms: quantile(scan, 0.99),
      namePrefixP50Ms: quantile(prefix, 0.5),
      namePrefixP99Ms: quantile(prefix, 0.99),
      nameSearchP50Ms: quantile(search, 0.5),
      nameSearchP99Ms: quantile(search, 0.99),
      dayBoardP50Ms: quantile(board, 0.5),
      dayBoardP99Ms: quantile(board, 0.99),
      ...afterVisits,
      encryptedRatio: encryptedRatio(dir, station.db, filled),
      memoryMb,
    };
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    close();
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

function barcodesOf(station: Parameters<typeof passFacts>[0], { passIds }: FilledCentre): string[] {
  return passIds.slice(0, LOOK_UPS).flatMap((passId) => {
    const pass = passById(station.db, passId);
    const facts = pass && passFacts(station, pass);
    return facts ? [facts.barcode] : [];
  });
}

/** What desks type: the whole name, turned round, misspelt, with a birth date, or only a misspelt family name. */
function typedBy({ names, birthDates }: FilledCentre): string[] {
  return names.slice(0, LOOK_UPS).map((name, index) => {
    const [family = '', given = ''] = name.split(' ');
    const at = 1 + (index % Math.max(1, family.length - 2));
    const misspelt = `${family.slice(0, at)}${family.charAt(at + 1)}${family.charAt(at)}${family.slice(at + 2)}`;
    const forms = [
      name,
      `${given} ${family}`,
      `${misspelt} ${given}`,
      `${family} ${birthDates[index]}`,
      misspelt,
    ];
    return forms[index % forms.length] ?? name;
  });
}

/** The same file with its encryption taken off, and the median of look-ups in the one against the other. */
function encryptedRatio(dir: string, encrypted: WritableDb, filled: FilledCentre): number {
  const file = path.join(dir, 'plain.db');
  encrypted.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(databaseFile(dir), file);
  const copy = openDatabase(file, keyFromFile(dir));
  copy.pragma('journal_mode = DELETE'); // the key of a write-ahead log cannot be changed
  copy.pragma(`rekey = ''`);
  copy.close();
  const plain = openDatabase(file, undefined);
  try {
    return ratioOfLookUps(encrypted, plain, filled);
  } finally {
    plain.close();
  }
}

/** Look-ups of a scan (pass, person, dates) in both stores, after as many others: each key in turn in both. */
function ratioOfLookUps(encrypted: ReadableDb, plain: ReadableDb, { passIds }: FilledCentre): number {
  const look = (db: ReadableDb) => (passId: string) => {
    const pass = passById(db, passId);
    return pass && [personById(db, pass.person_id), appointmentsOf(db, pass.person_id)];
  };
  const [one, other] = [[] as number[], [] as number[]];
  const keys = passIds.slice(-2 * LOOK_UPS);
  for (const key of keys) {
    one.push(...timesOf([key], look(encrypted)));
    other.push(...timesOf([key], look(plain)));
  }
  const warm = Math.floor(keys.length / 2);
  return Number((quantile(one.slice(warm), 0.5) / quantile(other.slice(warm), 0.5)).toFixed(3));
}

function timesOf<Key>(keys: readonly Key[], look: (key: Key) => unknown): number[] {
  return keys.map((key) => {
    const started = performance.now();
    look(key);
    return performance.now() - started;
  });
}
