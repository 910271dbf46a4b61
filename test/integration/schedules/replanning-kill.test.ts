import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import type { Station } from '../../../main/station.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { dueItems } from '../../../main/store/outbox/outbox.ts';
import { openReplanning } from '../../../main/store/tables/schedules/replannings.ts';
import { bookedDates, threeWeeksApart } from '../../support/replanned-centre.ts';
import { openSlotCentre, slotCentreOpens, slotDay } from '../../support/slot-centre.ts';
import { openTestStation, temporaryDirectory } from '../../support/test-station.ts';

const PEOPLE = 40;
const KILLS = 3;

test('moving dates that is killed again and again goes on at each start: everybody once, told once, no place twice', async () => {
  const dir = temporaryDirectory();
  const people = await peopleWithDates(dir);
  for (let kill = 0; kill < KILLS; kill++) await runAndKill(dir, kill === 0 ? 'confirm' : 'go-on');
  const { station, close } = await openTestStation(dir, slotCentreOpens);
  // A kill too late to interrupt anything would show nothing.
  expect(openReplanning(station.db)).toBeDefined();
  station.replannings.start();
  await station.replannings.done();
  expect(movesByDate(station)).toEqual(Array.from({ length: PEOPLE }, () => 1));
  const told = dueItems(station.db, 'mail', station.now(), 1_000);
  expect(told.filter(({ payload }) => payload.message === 'appointment-moved')).toHaveLength(PEOPLE);
  const seconds = people.map((personId) => bookedDates(station, personId)[1]);
  expect(new Set(seconds).size).toBe(PEOPLE);
  const keys = new Map([[station.settings.station, station.stationKey.publicKey]]);
  expect(verifyLog(station.db, keys).isWhole).toBe(true);
  close();
}, 120_000);

async function peopleWithDates(dir: string) {
  const { station, close } = await openSlotCentre(dir);
  const people = station.db.transact(() =>
    Array.from({ length: PEOPLE }, (_, at) =>
      threeWeeksApart(station, addDays(slotDay, 2 + Math.floor(at / 2)), at % 2 ? '09:10' : '09:00'),
    ),
  );
  close();
  return people;
}

function movesByDate({ db }: Station): number[] {
  return db
    .all<{ count: number }>(
      `SELECT count(*) AS count FROM event WHERE type = 'AppointmentMoved'
        GROUP BY json_extract(data, '$.appointmentId')`,
    )
    .map(({ count }) => count);
}

/** Killed at a random moment after it began. */
function runAndKill(dir: string, task: 'confirm' | 'go-on'): Promise<void> {
  return new Promise((resolve) => {
    const mover = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'replanning-station.ts'), dir, slotCentreOpens, task],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    mover.stdout.on('data', () => setTimeout(() => mover.kill('SIGKILL'), Math.random() * 60));
    mover.on('close', () => resolve());
  });
}
