import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays } from '../../domain/kernel/plain-date.ts';
import { previewScan } from '../../main/commands/judge-scan.ts';
import { passFacts } from '../../main/queries/pass-facts.ts';
import { searchPeople, suggestPeople } from '../../main/queries/search-people.ts';
import { openDatabase, type ReadableDb, type WritableDb } from '../../main/store/database.ts';
import { migrate } from '../../main/store/migrations/migrate.ts';
import { appointmentsOf } from '../../main/store/tables/appointments.ts';
import { passById } from '../../main/store/tables/passes.ts';
import { personById } from '../../main/store/tables/people.ts';
import { openTestStation, temporaryDirectory } from '../builders/test-station.ts';
import { dayBoardTimes } from './desk/day-board-times.ts';
import { type FilledCentre, fillCentre } from './desk/fill-centre.ts';

const LOOK_UPS = 2_000;
const MOST_SUGGESTIONS = 8;

/**
 * `npm run -s bench -- desk [--people N] [--json]`: the desk's look-ups with a full store (one million people, two
 * million dates), and what encryption costs them: the same look-ups on the same rows unencrypted, in turns.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { people: { type: 'string', default: '1000000' } } });
  const people = Number(values.people);
  const dir = temporaryDirectory();
  const { station, close } = await openTestStation(dir);
  const plain = openDatabase(path.join(dir, 'plain.db'), undefined);
  try {
    migrate(plain);
    const firstDay = addDays(plainDateAt(station.now(), station.settings.timeZone), -250);
    const filled = fillCentre(station.db, people, firstDay);
    fillCentre(plain, people, firstDay);
    const scans = barcodesOf(station, filled);
    const scan = timesOf(scans, (barcode) => previewScan(station, { texts: [barcode], via: 'wedge' }));
    const prefixes = filled.names.slice(0, LOOK_UPS).map((name) => name.slice(0, 6));
    const prefix = timesOf(prefixes, (typed) => suggestPeople(station, typed, MOST_SUGGESTIONS));
    const search = timesOf(typedBy(filled), (typed) => searchPeople(station, typed));
    const board = dayBoardTimes(station, plainDateAt(station.now(), station.settings.timeZone));
    const result = {
      people,
      scanToDecisionP50Ms: quantile(scan, 0.5),
      scanToDecisionP99Ms: quantile(scan, 0.99),
      namePrefixP50Ms: quantile(prefix, 0.5),
      namePrefixP99Ms: quantile(prefix, 0.99),
      nameSearchP50Ms: quantile(search, 0.5),
      nameSearchP99Ms: quantile(search, 0.99),
      dayBoardP50Ms: quantile(board, 0.5),
      dayBoardP99Ms: quantile(board, 0.99),
      encryptedRatio: encryptedRatio(station.db, plain, filled),
      memoryMb: Math.round(process.memoryUsage().rss / 1e6),
    };
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    plain.close();
    close();
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

function barcodesOf(station: Parameters<typeof passFacts>[0], { passIds }: FilledCentre): string[] {
  return passIds.slice(0, LOOK_UPS).flatMap((passId) => {
    const facts = passFacts(station, passId as Parameters<typeof passFacts>[1]);
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

/** Median over the look-ups of a scan (pass, person, dates) in both stores, each key in one right after the other. */
function encryptedRatio(encrypted: ReadableDb, plain: WritableDb, { passIds }: FilledCentre): number {
  const look = (db: ReadableDb) => (passId: string) => {
    const pass = passById(db, passId);
    return pass && [personById(db, pass.person_id), appointmentsOf(db, pass.person_id)];
  };
  const keys = passIds.slice(0, LOOK_UPS);
  const [one, other] = [[] as number[], [] as number[]];
  for (const key of keys) {
    one.push(...timesOf([key], look(encrypted)));
    other.push(...timesOf([key], look(plain)));
  }
  return Number((quantile(one, 0.5) / quantile(other, 0.5)).toFixed(3));
}

function timesOf<Key>(keys: readonly Key[], look: (key: Key) => unknown): number[] {
  return keys.map((key) => {
    const started = performance.now();
    look(key);
    return performance.now() - started;
  });
}

function quantile(times: readonly number[], at: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Number((sorted[Math.floor((sorted.length - 1) * at)] ?? 0).toFixed(3));
}
