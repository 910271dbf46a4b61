import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { instantOf, plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays } from '../../domain/kernel/plain-date.ts';
import { evaluateScan } from '../../main/commands/scanning/evaluate-scan.ts';
import { csvReader } from '../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../main/import/row-context-of.ts';
import { rebuildProjections } from '../../main/store/projections/rebuild-projections.ts';
import { must, openTestStation, temporaryDirectory } from '../support/test-station.ts';

const CHUNK_BYTES = 96 * 1024;
const SCAN_EVERY_MS = 100;

/**
 * `npm run -s bench -- import [--rows N] [--dates] [--json]`: a CSV file of people (with `--dates` each with an
 * appointment and a pass) from its bytes to the encrypted store, while somebody searches every 100 ms, and the read
 * models made again from the log.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rows: { type: 'string', default: '100000' }, dates: { type: 'boolean', default: false } },
  });
  const rows = Number(values.rows);
  const dir = temporaryDirectory();
  const { station, close } = await openTestStation(dir);
  try {
    station.checkpoints.start();
    const desk = station.importDesk;
    const bytes = Buffer.from(aList(rows, values.dates));
    const { plan } = lookAtCsv(bytes.subarray(0, 2 * CHUNK_BYTES), {}, false);
    const importId = randomUUID();
    const watch = watchDesk(() => evaluateScan(station, { texts: ['Berg'], via: 'typed' }));
    const started = performance.now();
    const cpuStarted = process.cpuUsage();
    must(
      desk.begin({
        importId,
        fileName: 'bench.csv',
        size: bytes.length,
        format: 'csv',
        actor: 'operator',
        reader: csvReader(plan, rowContextOf(station)),
      }),
    );
    for (let index = 0; index * CHUNK_BYTES < bytes.length; index++)
      must(await desk.chunk(importId, index, bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)));
    const read = performance.now();
    const cpuRead = cpuSince(cpuStarted);
    must(await desk.check(importId));
    await desk.settled();
    const checked = performance.now();
    const cpuChecked = cpuSince(cpuStarted);
    must(desk.run(importId, false));
    await desk.settled();
    const written = performance.now();
    const cpuWritten = cpuSince(cpuStarted);
    const scans = watch.stop();
    const added = desk.progress()?.counts.added ?? 0;
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const rebuildStarted = performance.now();
    const events = rebuildProjections(station.db);
    const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000);
    const result = {
      rows: added,
      hasDates: values.dates,
      readRowsPerSecond: perSecond(rows, read - started),
      checkRowsPerSecond: perSecond(rows, checked - read),
      rowsPerSecond: perSecond(added, written - checked),
      wholeRowsPerSecond: perSecond(added, written - started),
      readCpuMs: cpuRead,
      checkCpuMs: cpuChecked - cpuRead,
      writeCpuMs: cpuWritten - cpuChecked,
      wholeCpuMs: cpuWritten,
      rebuildEventsPerSecond: perSecond(events, performance.now() - rebuildStarted),
      scanP99Ms: Number((scans[Math.floor((scans.length - 1) * 0.99)] ?? 0).toFixed(1)),
      longestStallMs: Number((scans.at(-1) ?? 0).toFixed(1)),
      peakRssMb,
    };
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    await station.checkpoints.stop();
    close();
    rmSync(path.dirname(dir), { recursive: true, force: true });
  }
}

/** Of all threads: what other programs on the computer take is not in it. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

/** Scans all the time and measures from when each was due: a busy event loop counts as waiting. Sorted. */
function watchDesk(scan: () => void): { stop(): number[] } {
  const took: number[] = [];
  let isOn = true;
  const next = () => {
    const due = performance.now() + SCAN_EVERY_MS;
    setTimeout(() => {
      if (!isOn) return;
      scan();
      took.push(performance.now() - due);
      next();
    }, SCAN_EVERY_MS);
  };
  next();
  return {
    stop() {
      isOn = false;
      return took.sort((one, other) => one - other);
    },
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function aList(rows: number, hasDates: boolean): string {
  const firstDay = addDays(plainDateAt(instantOf(Date.now()), 'Europe/Berlin'), 2);
  const lines = ['Patientennummer;Nachname;Vorname;Geburtsdatum;E-Mail;Telefon;Straße;PLZ;Ort;Termin'];
  for (let i = 0; i < rows; i++) {
    const spread = Math.imul(i + 1, 0x9e3779b1) >>> 0;
    const name = [0, 5, 10, 15, 20, 25].map((shift) => letters[(spread >>> shift) % 26]).join('');
    const birth = addDays('1930-01-01' as typeof firstDay, spread % 29_000);
    const date = hasDates
      ? `${addDays(firstDay, spread % 60)} ${String(8 + (i % 9)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`
      : '';
    lines.push(
      `N${i};Berg${name};Anna;${birth};a${i}@example.org;+49 170 ${1_000_000 + i};Hauptstr. ${i % 200};20095;Hamburg;${date}`,
    );
  }
  return lines.join('\r\n');
}
