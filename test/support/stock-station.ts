import { idOf, type PersonId, type ProductId, type StaffId } from '../../domain/kernel/ids.ts';
import { addDays, type BirthDate, type PlainDate } from '../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import type { LotName } from '../../domain/stock/events.ts';
import { closedVials } from '../../domain/stock/lot-state.ts';
import { receiveStock } from '../../main/commands/stock/receive-stock.ts';
import { type RecordDoseInput, recordDose } from '../../main/commands/vaccination/record-dose.ts';
import { lotGroundOf, lotState } from '../../main/queries/stock/lot-ground.ts';
import type { Station } from '../../main/station.ts';
import { aPerson, expectPerson, must } from './test-station.ts';

export const comirnaty = idOf<ProductId>('comirnaty');
export const lotA: LotName = { productId: comirnaty, lot: 'LOT-A' };
export const secondPerson = idOf<StaffId>('second');

/** Vials of a lot in the fridge of the centre, usable until the end of 2027 unless told otherwise. */
export function receive(
  station: Station,
  vials: number,
  {
    name = lotA,
    expiresOn = '2027-12-31',
    productCode,
  }: { name?: LotName; expiresOn?: string; productCode?: string } = {},
) {
  return receiveStock(station, 'operator', {
    ...name,
    vials,
    expiresOn: expiresOn as PlainDate,
    source: 'Apotheke',
    how: productCode ? 'scanned' : 'typed',
    ...(productCode ? { productCode } : {}),
  });
}

let people = 0;

/** Somebody with a date now whom nobody takes for somebody else. */
export function somebody(station: Station, more: Partial<PersonDetails> = {}): PersonId {
  people += 1;
  const birthDate = addDays('1950-01-01' as PlainDate, people * 37) as string as BirthDate;
  const familyName = `Muster ${people.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`;
  return expectPerson(station, aPerson({ familyName, birthDate, ...more }));
}

/** One dose of that lot for somebody who is not checked in. */
export function give(station: Station, personId: PersonId, more: Partial<RecordDoseInput> = {}) {
  return recordDose(station, 'operator', {
    personId,
    lot: lotA.lot,
    site: 'left-upper-arm',
    consent: 'oral',
    overrides: ['not-checked-in'],
    ...more,
  });
}

/** What the books say of a lot: closed vials, and each vial that was opened with the doses drawn from it. */
export function stockOf(station: Station, name = lotA) {
  const lot = lotState(station, name);
  const { vials } = lotGroundOf(station, name);
  return {
    closed: lot ? closedVials(lot) : undefined,
    drawn: vials.map(({ drawn }) => drawn),
    differences: lot?.differences.map(({ kind }) => kind) ?? [],
    vials,
  };
}

export function mustReceive(...parts: Parameters<typeof receive>): void {
  must(receive(...parts));
}
