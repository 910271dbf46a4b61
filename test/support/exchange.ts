import type { StreamKeys, WireEvent, WireHead } from '../../contracts/sync/wire-event.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import type { EventRow } from '../../ledger/event-row.ts';
import { rawPublicKeyOf } from '../../ledger/raw-keys.ts';
import { wireEventOf, wireHeadOf } from '../../ledger/wire-form.ts';
import type { Station } from '../../main/station.ts';
import { signedHeads } from '../../main/store/event-log/chain-heads.ts';
import { knownStations } from '../../main/store/event-log/known-stations.ts';
import { appendReceived, type Receipt } from '../../main/store/event-log/receive-events.ts';
import { keepSetting, settingOf } from '../../main/store/settings.ts';
import { expectPerson, openTestStation, type TestStation } from './test-station.ts';

/** Everything that a station can tell another. */
export interface Parcel {
  readonly centre: string;
  readonly events: readonly WireEvent[];
  readonly keys: StreamKeys;
  readonly heads: readonly WireHead[];
  readonly signingKeys: ReadonlyMap<string, Uint8Array>;
}

export function parcelOf({ db, settings, stationKey }: Station): Parcel {
  const told = knownStations(db).flatMap(({ station, signing_key }): [string, Uint8Array][] =>
    signing_key ? [[station, signing_key]] : [],
  );
  return {
    centre: centreOf(db),
    events: db.all<EventRow>('SELECT * FROM event ORDER BY position').map(wireEventOf),
    keys: db
      .all<{ person_id: string; key: Uint8Array }>('SELECT person_id, key FROM person_key')
      .map(({ person_id, key }) => ({ stream: person_id, key: Buffer.from(key).toString('base64url') })),
    heads: signedHeads(db).map(wireHeadOf),
    signingKeys: new Map([...told, [settings.station, rawPublicKeyOf(stationKey.publicKey)]]),
  };
}

export function receive({ db, now }: Station, parcel: Partial<Parcel>): Receipt {
  return appendReceived(db, { centre: centreOf(db), events: [], ...parcel, receivedAt: now() });
}

/** Makes a station one of that centre. */
export function putInCentre({ db, settings }: Station, centreId: string): void {
  keepSetting(db, 'centre', { ...settings, centreId });
}

function centreOf(db: Station['db']): string {
  return settingOf(db, 'centre')?.centreId ?? '';
}

export interface TwoStations {
  readonly one: TestStation;
  readonly other: TestStation;
}

/** When the first of two stations is opened; the other is a minute ahead. */
export const exchangeStart = '2026-11-23T09:00:00.000Z' as Instant;

/** Two stations of one centre. */
export async function openTwoStations(): Promise<TwoStations> {
  const one = await openTestStation(undefined, exchangeStart, { mode: 'live' });
  const other = await openTestStation(undefined, addMinutes(exchangeStart, 1), { mode: 'live' });
  for (const { station } of [one, other]) putInCentre(station, 'the-centre');
  return { one, other };
}

export function twoStations(stations: () => TwoStations) {
  /** Each tells the other everything. */
  const exchange = () => {
    const { one, other } = stations();
    const [there, here] = [parcelOf(one.station), parcelOf(other.station)];
    receive(one.station, here);
    receive(other.station, there);
  };
  return {
    exchange,
    /** Somebody both stations know of, before they are cut off from each other. */
    knownToBoth: (): PersonId => {
      const { one, other } = stations();
      const personId = expectPerson(one.station);
      exchange();
      one.clock.now = addMinutes(exchangeStart, 10);
      other.clock.now = addMinutes(exchangeStart, 11);
      return personId;
    },
  };
}
