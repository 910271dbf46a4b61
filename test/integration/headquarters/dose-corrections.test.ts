import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { erase } from '../../../headquarters/features/sync/erase.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { eventsOfStream } from '../../../headquarters/store/received-events.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre } from '../../support/headquarters-station.ts';

let hq: TestHeadquarters;
beforeAll(async () => {
  hq = await aHeadquarters();
  await aCentre(hq, 'nord');
});
afterAll(() => hq.close());

const asCentre = <Value>(work: Parameters<typeof inCentre<Value>>[2]) =>
  inCentre(hq.headquarters.databases.app, 'nord', work);

/** Somebody whose dose of 23 November was given on the 25th, from another lot. */
async function somebodyCorrected(): Promise<PersonId> {
  const personId = randomUUID() as PersonId;
  await bringDose(hq.headquarters, 'nord', personId, '2026-11-23');
  const known = await asCentre((db) => loadPerson(hq.headquarters, db, 'nord', personId));
  const [dose] = known.series.doses;
  if (!dose) throw new Error('no dose');
  const site = 'left-upper-arm';
  const event: StationEvent = {
    type: 'DoseCorrected',
    version: 2,
    data: {
      personId,
      doseId: dose.doseId,
      before: { lot: 'AB1234', site, givenOn: '2026-11-23' as PlainDate },
      after: { lot: 'XY9', site, givenOn: '2026-11-25' as PlainDate },
      approvedBy: randomUUID() as StaffId,
    },
  };
  const place = { centre: 'nord', stream: personId, actor: 'staff:desk' };
  await asCentre((db) => recordEvents(hq.headquarters, db, { ...place, events: [event] }));
  for (let tries = 0; tries < 200; tries++) {
    if ((await asCentre((db) => eventsOfStream(db, personId))).length === 2) return personId;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the log never had both');
}

test('given a corrected lot, passes of headquarters show the lot that is right', async () => {
  const personId = await somebodyCorrected();
  const { lots, series } = await asCentre((db) => loadPerson(hq.headquarters, db, 'nord', personId));
  expect([...lots.values()]).toEqual(['XY9']);
  expect(series.doses).toMatchObject([{ givenOn: '2026-11-25' }]);
});

test('given a dose that was a later one, its record is kept for ten years after that day', async () => {
  const personId = await somebodyCorrected();
  const caller = { kind: 'station', clientId: 'desk', centre: 'nord', id: 'desk' } as const;
  const answer = await erase(hq.headquarters, caller, { stream: personId, ask: 'erase' });
  expect(answer).toMatchObject({ decision: 'kept', keptUntil: '2036-11-25' });
});
