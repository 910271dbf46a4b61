import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, type BirthDate, type PlainDate } from '../../domain/kernel/plain-date.ts';
import { evaluateScan } from '../../main/commands/scanning/evaluate-scan.ts';
import { discardVial, openVial } from '../../main/commands/stock/handle-vials.ts';
import { recordDose } from '../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../main/commands/visits/check-in.ts';
import { passFacts } from '../../main/queries/passes/pass-facts.ts';
import type { Station } from '../../main/station.ts';
import { appointmentsOf } from '../../main/store/tables/appointments/appointments.ts';
import { passOf } from '../../main/store/tables/passes/passes.ts';
import { lotA, mustReceive } from '../support/stock-station.ts';
import { aPerson, expectPerson, must, openTestStation, temporaryDirectory } from '../support/test-station.ts';
import { fillElsewhere } from './desk/fill-elsewhere.ts';
import { quantile } from './desk/quantile.ts';

/**
 * `npm run -s bench -- dose [--people N] [--doses N] [--vials N] [--json]`: in a store of a million people, from the
 * scan of a pass to its decision, and from the command to a dose that is acknowledged and durable; first from a new
 * lot, then from one of which many vials were opened before. `cpu` is what the process worked for a dose, without what
 * it waited for the disk and for others.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '1000000' },
      doses: { type: 'string', default: '300' },
      vials: { type: 'string', default: '1700' },
    },
  });
  const [people, doses, vials] = [Number(values.people), Number(values.doses), Number(values.vials)];
  const dir = temporaryDirectory();
  fillElsewhere(dir, people);
  const { station, close } = await openTestStation(dir);
  try {
    station.checkpoints.start();
    mustReceive(station, vials + 2 * doses);
    const fresh = giveDoses(station, 0, doses);
    openMany(station, vials);
    const old = giveDoses(station, doses, doses);
    const result = {
      people,
      vialsOpened: vials,
      scanToDecisionP50Ms: quantile(fresh.scanMs, 0.5),
      scanToDecisionP99Ms: quantile(fresh.scanMs, 0.99),
      doseP50Ms: quantile(fresh.doseMs, 0.5),
      doseP99Ms: quantile(fresh.doseMs, 0.99),
      doseCpuP50Ms: quantile(fresh.cpuMs, 0.5),
      doseOfOldLotP50Ms: quantile(old.doseMs, 0.5),
      doseOfOldLotP99Ms: quantile(old.doseMs, 0.99),
      doseOfOldLotCpuP50Ms: quantile(old.cpuMs, 0.5),
    };
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    await station.checkpoints.stop();
    close();
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

/** Each has a date now and is scanned, checked in and vaccinated. */
function giveDoses(station: Station, from: number, count: number) {
  const [scanMs, doseMs, cpuMs]: [number[], number[], number[]] = [[], [], []];
  for (let at = from; at < from + count; at += 1) {
    const familyName = `Muster ${at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`;
    const birthDate = addDays('1950-01-01' as PlainDate, at * 37) as string as BirthDate;
    const personId = expectPerson(station, aPerson({ familyName, birthDate }));
    const pass = passOf(station.db, personId);
    const text = pass && passFacts(station, pass)?.barcode;
    if (!text) throw new Error('somebody with a date has no pass');
    scanMs.push(timeOf(() => evaluateScan(station, { texts: [text], via: 'wedge' })));
    const appointmentId = appointmentsOf(station.db, personId)[0]?.appointment_id;
    must(checkIn(station, 'operator', { personId, appointmentId, via: 'pass', overrides: [] }));
    const dose = { personId, lot: lotA.lot, site: 'left-upper-arm', consent: 'oral', overrides: [] } as const;
    const cpu = process.cpuUsage();
    doseMs.push(timeOf(() => must(recordDose(station, 'operator', dose))));
    const { user, system } = process.cpuUsage(cpu);
    cpuMs.push((user + system) / 1000);
  }
  return { scanMs, doseMs, cpuMs };
}

/** As over the weeks of a large lot: each vial is opened and thrown away. */
function openMany(station: Station, vials: number): void {
  for (let at = 0; at < vials; at += 1) {
    const { vialId } = must(openVial(station, 'operator', lotA));
    must(discardVial(station, 'operator', { ...lotA, vialId, reason: 'time-over', vials: 1, note: '' }));
  }
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
