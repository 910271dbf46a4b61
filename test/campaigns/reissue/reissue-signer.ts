import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { outboxCounts } from '../../../main/store/outbox/outbox.ts';
import { openTestStation } from '../../support/test-station.ts';

/** Empties the outbox of a centre and says now and then how far it is, until it is done or somebody kills it. */
const [dir = ''] = process.argv.slice(2);
const SAY_EVERY_MS = 100;
const mega = 1024 * 1024;
const { station, close } = await openTestStation(dir);
const memory: number[] = [];
const filesOf = () =>
  station.db.first<{ count: number }>('SELECT count(*) AS count FROM pass_file')?.count ?? 0;
const before = filesOf();
const timer = setInterval(() => {
  memory.push(process.memoryUsage().rss / mega);
  process.stdout.write(`signed ${filesOf() - before}\n`);
}, SAY_EVERY_MS);
await drainOutbox(station);
clearInterval(timer);
if (outboxCounts(station.db).failed > 0) throw new Error('a pass failed its checks');
const settled = memory[Math.floor(memory.length / 10)] ?? 0;
process.stdout.write(`growth ${Math.max(0, (memory.at(-1) ?? 0) - settled).toFixed(1)}\n`);
close();
