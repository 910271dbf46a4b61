import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type LaneId, type PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { endVisit } from '../../../main/commands/visits/end-visit.ts';
import { endPastDays } from '../../../main/commands/visits/record-no-show.ts';
import { signLog } from '../../../main/compose.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import type { Station } from '../../../main/station.ts';
import { quarantinedEvents } from '../../../main/store/event-log/receive-events.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { keyStateOf } from '../../../main/store/person-keys.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import {
  exchangeStart,
  openTwoStations,
  parcelOf,
  putInCentre,
  receive,
  twoStations,
} from '../../support/exchange.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

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

function verdictOf({ db, settings, stationKey }: Station) {
  return verifyLog(db, new Map([[settings.station, stationKey.publicKey]]));
}

describe('two stations that gave one person a dose without knowing of each other', () => {
  let personId: PersonId;
  beforeEach(() => {
    personId = knownToBoth();
    must(recordDose(one.station, 'operator', { personId, ...dose }));
    must(recordDose(other.station, 'operator', { personId, ...dose, lot: 'LOT-2' }));
    exchange();
  });

  test('both keep both doses, as the first and the second', () => {
    for (const { station } of [one, other])
      expect(personCard(station, personId)?.doses).toMatchObject([
        { lot: 'LOT-1', ordinal: 1 },
        { lot: 'LOT-2', ordinal: 2 },
      ]);
  });

  test('both passes say two, in one revision after the other', () => {
    for (const { station } of [one, other])
      expect(personCard(station, personId)?.pass).toMatchObject({ doseCount: 2, revision: 2 });
  });

  test('both say that the later one may be a further dose, and of which nobody knew', () => {
    for (const { station } of [one, other]) {
      const [first, second] = personCard(station, personId)?.doses ?? [];
      expect(first?.unseenWarning).toBeUndefined();
      expect(second?.unseenWarning).toBe('dose-already-today');
    }
  });

  test('both read the same, also when everything is made again from the log', () => {
    const digest = digestOfProjections(one.station.db);
    expect(digestOfProjections(other.station.db)).toBe(digest);
    for (const { station } of [one, other]) {
      rebuildProjections(station.db);
      expect(digestOfProjections(station.db)).toBe(digest);
    }
  });
});

describe('what comes late', () => {
  test('takes its place by the clocks: whoever was vaccinated at one desk did not stay away for the other', () => {
    const personId = knownToBoth();
    const [{ appointmentId } = {}] = personCard(one.station, personId)?.appointments ?? [];
    must(checkIn(one.station, 'operator', { personId, appointmentId, via: 'search', overrides: [] }));
    must(recordDose(one.station, 'operator', { personId, ...dose, overrides: [] }));
    other.clock.now = '2026-11-24T03:00:00.000Z' as Instant;
    endPastDays(other.station);
    expect(personCard(other.station, personId)?.appointments[0]?.status).toBe('no-show');
    exchange();
    for (const { station } of [one, other])
      expect(personCard(station, personId)?.appointments[0]?.status).toBe('attended');
  });

  test.each(['the end first', 'the dose first'])(
    'a dose counts, whoever noted without knowing of it that the visit ended without one: %s',
    (order) => {
      const personId = knownToBoth();
      const [{ appointmentId } = {}] = personCard(one.station, personId)?.appointments ?? [];
      const { visitId } = must(
        checkIn(one.station, 'operator', { personId, appointmentId, via: 'search', overrides: [] }),
      );
      exchange();
      const [ends, doses] = order === 'the end first' ? [0, 1] : [1, 0];
      other.clock.now = addMinutes(other.clock.now, ends);
      one.clock.now = addMinutes(one.clock.now, doses);
      must(endVisit(other.station, 'operator', { personId, visitId, reason: 'left' }));
      expect(personCard(other.station, personId)?.appointments[0]?.status).toBe('not-vaccinated');
      must(recordDose(one.station, 'operator', { personId, ...dose, overrides: [] }));
      exchange();
      for (const { station } of [one, other]) {
        const card = personCard(station, personId);
        expect(card?.appointments[0]?.status).toBe('attended');
        expect(card?.visit).toMatchObject({ visitId });
        expect(card?.endedVisit).toBeUndefined();
        expect(card?.pass).toMatchObject({ doseCount: 1 });
      }
      const digest = digestOfProjections(one.station.db);
      expect(digestOfProjections(other.station.db)).toBe(digest);
      for (const { station } of [one, other]) {
        rebuildProjections(station.db);
        expect(digestOfProjections(station.db)).toBe(digest);
      }
    },
  );

  test('moves the clock: what is written after it sorts after it, also on a computer that is a day behind', () => {
    one.clock.now = addMinutes(exchangeStart, 24 * 60);
    const personId = expectPerson(one.station);
    exchange();
    must(recordDose(other.station, 'operator', { personId, ...dose }));
    const hlcs = other.station.db.all<{ hlc: string }>(
      'SELECT hlc FROM event WHERE stream = ? ORDER BY position',
      personId,
    );
    expect(hlcs.map(({ hlc }) => hlc)).toEqual(hlcs.map(({ hlc }) => hlc).toSorted());
  });
});

describe('lists that gave one number to two people', () => {
  test('leave both of them, at both stations', () => {
    const register = (station: Station, familyName: string) =>
      must(
        registerPerson(station, 'operator', {
          details: aPerson({ familyName }),
          source: 'import',
          externalId: 'T-1',
        }),
      );
    const people = [register(one.station, 'Weiß'), register(other.station, 'Schwarz')];
    exchange();
    for (const { station } of [one, other])
      expect(people.map(({ personId }) => personById(station.db, personId)?.details.familyName)).toEqual([
        'Weiß',
        'Schwarz',
      ]);
    expect(digestOfProjections(one.station.db)).toBe(digestOfProjections(other.station.db));
  });
});

describe('the chain of another station', () => {
  test('is whole also where only parts of it are here', () => {
    knownToBoth();
    expectPerson(one.station);
    signLog(one.station);
    const { events, ...parcel } = parcelOf(one.station);
    receive(other.station, { ...parcel, events: events.filter(({ seq }) => seq % 2 === 0) });
    expect(verdictOf(other.station)).toMatchObject({ isWhole: true });
  });

  test('shows when an event of it was changed on the way: it is kept apart, and the others go on', () => {
    const personId = expectPerson(one.station);
    const { events, ...parcel } = parcelOf(one.station);
    const [first, ...rest] = events;
    const receipt = receive(other.station, {
      ...parcel,
      events: [
        ...rest,
        first && { ...first, actor: 'staff:forged' },
        { nothing: 'of the kind' },
      ] as typeof events,
    });
    expect(receipt).toMatchObject({ taken: rest.length, quarantined: ['hash-wrong', 'not-an-event'] });
    expect(quarantinedEvents(other.station.db).map(({ reason }) => reason)).toEqual([
      'hash-wrong',
      'not-an-event',
    ]);
    receive(other.station, parcelOf(one.station));
    expect(personById(other.station.db, personId)?.status).toBe('registered');
    expect(verdictOf(other.station).isWhole).toBe(true);
  });

  test('takes nothing in the name of the station itself', () => {
    expectPerson(one.station);
    const parcel = parcelOf(one.station);
    const events = parcel.events.map((event) => ({ ...event, station: other.station.settings.station }));
    expect(new Set(receive(other.station, { ...parcel, events }).quarantined)).toEqual(
      new Set(['hash-wrong']),
    );
  });
});

describe('the histories of two centres', () => {
  const template = {
    name: 'Probe',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: [{ from: '09:00', to: '12:00' }],
    slotMinutes: 10,
    lanes: [{ lane: idOf<LaneId>('A'), capacity: 1 }],
  };

  test('carry the centre, and one centre keeps its own slots', () => {
    putInCentre(other.station, 'another-centre');
    const { templateId } = must(saveTemplate(one.station, 'operator', template));
    const day = '2026-11-24' as PlainDate;
    must(openDays(one.station, 'operator', { templateId, from: day, to: day }));
    const before = digestOfProjections(other.station.db);
    receive(other.station, parcelOf(one.station));
    const streams = other.station.db.all<{ stream: string }>(
      'SELECT DISTINCT stream FROM event ORDER BY stream',
    );
    expect(streams.map(({ stream }) => stream)).toEqual(['centre@the-centre', 'day:2026-11-24@the-centre']);
    expect(digestOfProjections(other.station.db)).toBe(before);
    rebuildProjections(other.station.db);
    expect(digestOfProjections(other.station.db)).toBe(before);
  });
});

describe('a directory made by the version before', () => {
  const fixture = path.join(import.meta.dirname, '../../fixtures/directory-before-exchange');

  test('opens in place: every event as it was, the centre named, nobody erased come back', async () => {
    const { dir, close } = await openTestStation(undefined, exchangeStart, { mode: 'live' });
    close();
    cpSync(fixture, dir, { recursive: true, force: true });
    const opened = await openTestStation(dir, addMinutes(exchangeStart, 60), { mode: 'live' });
    const { db } = opened.station;
    try {
      expect(settingOf(db, 'centre')?.centreId).toMatch(/^[0-9a-f-]{36}$/);
      expect(verdictOf(opened.station)).toMatchObject({ isWhole: true, events: 17 });
      const people = db.all<{ status: string; family_name: string }>(
        'SELECT status, family_name FROM person ORDER BY person_id',
      );
      expect(people).toEqual([
        { status: 'registered', family_name: 'Mustermann' },
        { status: 'registered', family_name: 'Weiß' },
        { status: 'erased', family_name: '' },
      ]);
      const [, , gone] = db.all<{ person_id: string }>('SELECT person_id FROM person ORDER BY person_id');
      expect(keyStateOf(db, gone?.person_id ?? '')).toBe('destroyed');
      receive(other.station, { ...parcelOf(opened.station), centre: 'the-centre' });
      receive(one.station, { ...parcelOf(other.station), centre: 'the-centre' });
      putInCentre(opened.station, 'the-centre');
      expect(digestOfProjections(one.station.db)).toBe(digestOfProjections(db));
    } finally {
      opened.close();
    }
    expect(readFileSync(path.join(fixture, 'station.json'), 'utf8')).toContain('"format": 1');
  });
});
