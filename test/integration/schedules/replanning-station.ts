import type { Instant } from '../../../domain/kernel/instant.ts';
import { activateSchedule } from '../../../main/commands/schedules/activate-schedule.ts';
import { stricter } from '../../support/replanned-centre.ts';
import { must, openTestStation } from '../../support/test-station.ts';

/** Confirms a schedule that moves dates, or goes on with it, and says when it begins, until somebody kills it. */
const [dir = '', startsAt = '', task = ''] = process.argv.slice(2);
const { station } = await openTestStation(dir, startsAt as Instant);
if (task === 'confirm') must(activateSchedule(station, 'staff:doctor', { ...stricter, dates: 'move' }));
else station.replannings.start();
process.stdout.write('moving\n');
await station.replannings.done();
