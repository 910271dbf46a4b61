import { parseArgs } from 'node:util';
import { instantOf, plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.ts';
import { closeSlots } from '../../main/commands/appointments/close-slots.ts';
import { csvReader } from '../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../main/import/row-context-of.ts';
import { closePreview } from '../../main/queries/appointments/close-preview.ts';
import type { Station } from '../../main/station.ts';
import { must, openTestStation } from '../support/test-station.ts';

/** `npm run -s bench -- close-day [--dates N] [--json]`: how long anybody waits while a full day is closed. */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { dates: { type: 'string', default: '5000' } } });
  const dates = Number(values.dates);
  const opened = await openTestStation();
  const { station } = opened;
  const day = addDays(plainDateAt(instantOf(Date.now()), station.settings.timeZone), 7);
  await importDates(station, day, dates);
  const previewed = performance.now();
  closePreview(station, { day });
  const previewMs = performance.now() - previewed;
  const closed = performance.now();
  must(closeSlots(station, 'operator', { day, reason: 'staff' }));
  const closeMs = performance.now() - closed;
  let [longestMs, last, isDone] = [0, performance.now(), false];
  const done = station.closings.done().then(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }
  await done;
  const left = station.db.first<{ count: number }>(
    `SELECT count(*) AS count FROM appointment WHERE day = ? AND status = 'booked'`,
    day,
  );
  const result = {
    dates,
    previewMs: Math.round(previewMs),
    closeMs: Math.round(closeMs),
    longestSliceMs: Math.round(longestMs),
    allCancelledMs: Math.round(performance.now() - closed),
    left: left?.count,
  };
  opened.close();
  if (json) console.log(JSON.stringify(result));
  else console.table(result);
}

/** No two of so similar names were born on one day: they would be asked for. */
const firstBirth = '1940-01-01' as PlainDate;

async function importDates(station: Station, day: string, count: number): Promise<void> {
  const word = (value: number) =>
    value.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
  const rows = Array.from({ length: count }, (_, at) => {
    const clock = `${String(8 + Math.floor(at / 600)).padStart(2, '0')}:${String(Math.floor((at % 600) / 10)).padStart(2, '0')}`;
    return `N${at};Probe${word(at)};Person;${addDays(firstBirth, at)};${day} ${clock}`;
  });
  const bytes = Buffer.from(['Patientennummer;Nachname;Vorname;Geburtsdatum;Termin', ...rows].join('\n'));
  const desk = station.importDesk;
  const importId = station.newId();
  const { plan } = lookAtCsv(bytes, {}, true);
  const reader = csvReader(plan, rowContextOf(station));
  must(
    desk.begin({
      importId,
      fileName: 'day.csv',
      size: bytes.length,
      format: 'csv',
      actor: 'operator',
      reader,
    }),
  );
  must(await desk.chunk(importId, 0, bytes));
  must(await desk.check(importId));
  await desk.settled();
  must(desk.run(importId, true));
  await desk.settled();
}
