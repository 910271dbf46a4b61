import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { keyStateOf } from '../../../main/store/person-keys.ts';
import { digestOfProjections } from '../../../main/store/projections/rebuild-projections.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { openTwoStations, parcelOf, receive, twoStations } from '../../support/exchange.ts';
import { expectPerson, must, type TestStation } from '../../support/test-station.ts';

const dose = {
  lot: 'LOT-1',
  site: 'left-upper-arm',
  consent: 'oral',
  overrides: ['not-checked-in'],
} as const;

let one: TestStation;
let other: TestStation;
beforeEach(async () => {
  ({ one, other } = await openTwoStations());
});
afterEach(() => {
  one.close();
  other.close();
});

const { exchange, knownToBoth } = twoStations(() => ({ one, other }));

describe('the key of a person', () => {
  test('may come before, with or after their events', () => {
    const personId = expectPerson(one.station);
    const { keys, ...parcel } = parcelOf(one.station);
    receive(other.station, parcel);
    expect(personById(other.station.db, personId)?.status).toBe('sealed');
    expect(keyStateOf(other.station.db, personId)).toBe('absent');
    receive(other.station, { keys });
    expect(personById(other.station.db, personId)).toMatchObject({
      status: 'registered',
      details: { familyName: 'Mustermann' },
    });
    expect(digestOfProjections(other.station.db)).toBe(digestOfProjections(one.station.db));
  });

  test('is not made a second time where it is absent: whoever cannot be read is not written about', () => {
    const personId = expectPerson(one.station);
    const { doseId } = must(recordDose(one.station, 'operator', { personId, ...dose }));
    const { keys: _, ...parcel } = parcelOf(one.station);
    receive(other.station, parcel);
    const wish = {
      personId,
      doseId,
      reason: 'other',
      note: 'x',
      approvedBy: idOf<StaffId>('second'),
    } as const;
    expect(voidDose(other.station, 'operator', wish)).toEqual({ ok: false, refusal: 'person-unknown' });
    expect(keyStateOf(other.station.db, personId)).toBe('absent');
  });

  test('that was destroyed here stays destroyed, whatever comes late', () => {
    const personId = knownToBoth();
    const before = parcelOf(other.station);
    must(erasePerson(one.station, 'operator', { personId, approvedBy: idOf<StaffId>('second') }));
    receive(one.station, before);
    expect(keyStateOf(one.station.db, personId)).toBe('destroyed');
    expect(personById(one.station.db, personId)?.status).toBe('erased');
  });

  test('is destroyed where the erasure of the person arrives, and none is made for them again', () => {
    const personId = knownToBoth();
    must(erasePerson(one.station, 'operator', { personId, approvedBy: idOf<StaffId>('second') }));
    exchange();
    expect(keyStateOf(other.station.db, personId)).toBe('destroyed');
    expect(personById(other.station.db, personId)?.status).toBe('erased');
    expect(digestOfProjections(other.station.db)).toBe(digestOfProjections(one.station.db));
  });
});
