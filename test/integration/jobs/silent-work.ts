import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { idOf, type LaneId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { closeSlots } from '../../../main/commands/appointments/close-slots.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { listImport } from '../../support/list-import.ts';
import { aPerson, must, openTestStation } from '../../support/test-station.ts';

/**
 * Imports a list and closes a day on a disk that stops to answer in the middle of it (silent-disk.c), is tried in vain
 * meanwhile, and answers again. Says what it came to, as JSON.
 */
const { SILENT_WHILE: flag = '' } = process.env;
const PEOPLE = 1_500;
const DATES = 120;
const day = '2026-11-26' as PlainDate;
const lane = idOf<LaneId>('A');
const opened = await openTestStation(process.argv[2], '2026-11-25T08:00:00.000Z' as Instant);
const { station } = opened;
const { db, importDesk, closings } = station;
const { stage, peopleHere } = listImport(() => station);
const word = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

const week = { name: 'Probe', weekdays: [1, 2, 3, 4, 5, 6, 7] as const, slotMinutes: 10 };
const hours = [{ from: '09:00', to: '12:00' }];
const lanes = [{ lane, capacity: DATES }];
const { templateId } = must(saveTemplate(station, 'operator', { ...week, hours, lanes }));
must(openDays(station, 'operator', { templateId, from: day, to: day }));
for (let at = 0; at < DATES; at++) {
  const details = aPerson({ familyName: `Termin${word(at)}` });
  const { personId } = must(registerPerson(station, 'operator', { details, source: 'desk' }));
  const dates = [{ plannedDose: 1, lane, startsAt: instantAt(day, '09:00', 'Europe/Berlin') }];
  must(bookDates(station, 'operator', { personId, dates, source: 'desk' }));
}
const rows = Array.from(
  { length: PEOPLE },
  (_, at) => `Berg${word(at)};Anna;${addDays('1940-01-01' as PlainDate, at)}`,
);
const importId = await stage(['Nachname;Vorname;Geburtsdatum', ...rows].join('\n'));

/** Nothing is remembered: whatever is read comes from the disk. */
function forget(): void {
  db.pragma('cache_size = 1');
  db.pragma('shrink_memory');
}

async function until(what: string, is: () => boolean): Promise<void> {
  for (const end = Date.now() + 40_000; !is(); await sleep(20))
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
}

must(importDesk.run(importId, false));
must(closeSlots(station, 'operator', { day, reason: 'staff' }));
await until('the import writes', () => (importDesk.job()?.written_up_to ?? 0) > 0);
forget();
writeFileSync(flag, '');
await until('both stand still', () => importDesk.fault() !== undefined && closings.fault() !== undefined);
const failedOnce = [importDesk.fault(), closings.fault()];
// Tried once more in vain: that, too, must end nothing.
await until('both tried again', () => {
  const now = [importDesk.fault(), closings.fault()];
  return now.every((fault, at) => fault !== undefined && fault !== failedOnce[at]);
});
if (existsSync(flag)) rmSync(flag);
await until('the import is done', () => importDesk.progress()?.state === 'done');
await until('the closing is done', () => !settingOf(db, 'closings')?.length);
await closings.done();
await importDesk.settled();
const cancelled = db.all(`SELECT 1 FROM appointment WHERE status = 'cancelled'`).length;
const isWhole = verifyLog(db, new Map([[station.settings.station, station.stationKey.publicKey]])).isWhole;
const faults = [importDesk.fault(), closings.fault()].filter((fault) => fault !== undefined).length;
process.stdout.write(`${JSON.stringify({ people: peopleHere(), cancelled, isWhole, faults })}\n`);
opened.close();
