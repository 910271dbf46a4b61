import { parseArgs } from 'node:util';
import { median } from '../../domain/appointments/forecast.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.ts';
import { tracedDoses, traceLot } from '../../main/queries/stock/trace-lot.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { applyChanges } from '../../main/store/projections/apply-changes.ts';
import { openTestStation } from '../support/test-station.ts';
import { fillCentre } from './desk/fill-centre.ts';

const DOSES_A_LOT = 10_000;
const TRACES = 20;

/**
 * `npm run -s bench -- lots [--doses N] [--json]`: how long it takes to find everybody who got a lot, as the list and as
 * what the file is made of. Every second dose is somebody's second one; a lot has ten thousand, spread over everybody.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { doses: { type: 'string', default: '20000' } } });
  const doses = Number(values.doses);
  const { station, close } = await openTestStation();
  const { db } = station;
  const day = '2026-01-01' as PlainDate;
  fillCentre(db, Math.ceil(doses / 2), day);
  const lots = fillDoses(db, doses, day);
  const listMs: number[] = [];
  const fileMs: number[] = [];
  let found = 0;
  for (let index = 0; index < TRACES; index++) {
    const lot = `lot-${(index * 7) % lots}`;
    const asked = performance.now();
    const list = traceLot(station, lot, ['site-lead']);
    listMs.push(performance.now() - asked);
    const again = performance.now();
    const file = tracedDoses(station, lot);
    fileMs.push(performance.now() - again);
    if (file.doses.length !== list.count) throw new Error('the list and the file name others');
    found = Math.max(found, list.count);
  }
  close();
  const result = {
    doses,
    lots,
    dosesOfALot: found,
    lotTraceMs: medianOf(listMs),
    lotTraceMaxMs: Math.round(Math.max(...listMs)),
    lotFileMs: medianOf(fileMs),
    lotFileMaxMs: Math.round(Math.max(...fileMs)),
  };
  if (json) console.log(JSON.stringify(result));
  else console.table(result);
}

/** Doses of the people that are there, over as many lots as it takes. Answers how many lots. */
function fillDoses(db: WritableDb, doses: number, firstDay: PlainDate): number {
  const lots = Math.max(1, Math.ceil(doses / DOSES_A_LOT));
  const people = db.all<{ person_id: string }>('SELECT person_id FROM person');
  db.transact(() => {
    for (let index = 0; index < doses; index++) {
      const givenOn = addDays(firstDay, index % 300);
      const row = {
        dose_id: `dose-${index}`,
        person_id: people[index % people.length]?.person_id ?? '',
        appointment_id: null,
        product_id: 'comirnaty',
        ordinal: index < people.length ? 1 : 2,
        lot: `LOT-${index % lots}`,
        site: 'left-upper-arm',
        given_on: givenOn,
        given_at: `${givenOn}T10:00:00.000Z`,
        recorded_at: `${givenOn}T10:00:00.000Z`,
        vaccinator: 'staff:somebody',
        voided_at: null,
        void_reason: null,
        issuer: null,
        product_name: null,
        is_day_known: 1,
        overrides: '[]',
      };
      applyChanges(db, [{ op: 'put', table: 'dose', row }]);
    }
  });
  return lots;
}

function medianOf(values: readonly number[]): number {
  return Math.round(median(values) ?? 0);
}
