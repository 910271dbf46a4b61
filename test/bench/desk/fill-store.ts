import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { openTestStation } from '../../support/test-station.ts';
import { fillCentre } from './fill-centre.ts';

/** `node fill-store.ts --dir DIR --people N --first-day DAY --into FILE`: fills a new centre, in a process that ends. */
const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '' },
    people: { type: 'string', default: '0' },
    'first-day': { type: 'string', default: '' },
    into: { type: 'string', default: '' },
  },
});
const { station, close } = await openTestStation(values.dir);
const filled = fillCentre(station.db, Number(values.people), values['first-day'] as PlainDate);
station.db.pragma('wal_checkpoint(TRUNCATE)');
close();
writeFileSync(values.into, JSON.stringify(filled));
