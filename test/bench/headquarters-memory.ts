import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  bookAll,
  joinDesks,
  openCentre,
  recordEverything,
  vaccinateBooked,
} from './headquarters-memory/load.ts';
import { settle, startServer } from './headquarters-memory/measured-server.ts';

/**
 * `npm run -s bench -- headquarters-memory [--bookings N] [--desks N] [--people N] [--json]`: the memory (PSS, in
 * millions of bytes) of headquarters with its own PostgreSQL, each in its own processes as an operator runs them: at
 * rest, and the most while citizens book on the page, desks push what they record and pull what the others did, and
 * phones are told of the doses of all who booked.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      bookings: { type: 'string', default: '60' },
      desks: { type: 'string', default: '3' },
      people: { type: 'string', default: '20' },
    },
  });
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-memory-'));
  const server = await startServer(dir);
  try {
    await settle();
    const idle = server.memory();
    const centre = await openCentre(server);
    const desks = await joinDesks(server, centre, Number(values.desks));
    const [booked, events] = await Promise.all([
      bookAll(server, centre, Number(values.bookings)),
      recordEverything(desks, Number(values.people)),
    ]);
    await vaccinateBooked(desks, centre);
    const { pushes } = centre;
    await settle();
    const result = {
      idleMB: idle.total,
      peakMB: server.peak().total,
      peakServerMB: server.peak().server,
      peakPostgresMB: server.peak().postgres,
      afterMB: server.memory().total,
      bookings: booked,
      events,
      pushes: pushes.length,
    };
    await Promise.all(desks.map(({ close }) => close()));
    await centre.close();
    if (json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
