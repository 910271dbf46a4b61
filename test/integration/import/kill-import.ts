import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { csvReader } from '../../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../../main/import/row-context-of.ts';
import { must, openTestStation } from '../../support/test-station.ts';

/** Imports a list of so many rows and says when it begins to write, until somebody kills it. */
const [dir = '', count = '0'] = process.argv.slice(2);
const { station } = await openTestStation(dir);
const letters = 'abcdefghij';
const rows = Array.from({ length: Number(count) }, (_, i) => {
  const name = [...String(i).padStart(5, '0')].map((digit) => letters[Number(digit)]).join('');
  // No two born on one day: so much alike, they would be asked for.
  return `N${i};Berg${name};Anna;${addDays('1940-01-01' as PlainDate, i)}`;
});
const bytes = Buffer.from(['Patientennummer;Nachname;Vorname;Geburtsdatum', ...rows].join('\n'));
const desk = station.importDesk;
const importId = station.newId();
must(
  desk.begin({
    importId,
    fileName: 'liste.csv',
    size: bytes.length,
    format: 'csv',
    actor: 'operator',
    reader: csvReader(lookAtCsv(bytes, {}, true).plan, rowContextOf(station)),
  }),
);
must(await desk.chunk(importId, 0, bytes));
must(await desk.check(importId));
await desk.settled();
must(desk.run(importId, false));
while ((desk.job()?.written_up_to ?? 0) === 0) await new Promise((resolve) => setImmediate(resolve));
process.stdout.write('writing\n');
await desk.settled();
