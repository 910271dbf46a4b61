import { randomUUID } from 'node:crypto';
import type { StationEvent } from '../../domain/station-event.ts';
import { recordEvents } from '../../headquarters/features/passes/record-events.ts';
import type { Headquarters } from '../../headquarters/headquarters.ts';
import { inCentre } from '../../headquarters/store/open-databases.ts';

/** Somebody's first dose, as the log of their centre's desk brings it to headquarters. */
export async function bringDose(
  headquarters: Headquarters,
  centre: string,
  personId: string,
  givenOn: string,
): Promise<void> {
  const data = {
    doseId: randomUUID(),
    personId,
    productId: 'comirnaty',
    lot: 'AB1234',
    site: 'left-upper-arm',
    route: 'intramuscular',
    amountMl: 0.3,
    ordinal: 1,
    givenOn,
    vaccinator: 'staff:desk',
    overrides: [],
  };
  const event = { type: 'DoseAdministered', version: 7, data } as unknown as StationEvent;
  await inCentre(headquarters.databases.app, centre, (db) =>
    recordEvents(headquarters, db, { centre, stream: personId, actor: 'staff:desk', events: [event] }),
  );
}
