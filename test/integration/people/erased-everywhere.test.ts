import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseEvent } from '../../../contracts/events/read-event.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { commit } from '../../../main/commit/commit.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { verifyReadModels } from '../../../main/store/projections/verify-read-models.ts';
import { everythingSealed } from '../../support/sealed-samples.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const canary = 'Kanarienvogel';
/** The pen as it went on the sample's signature. */
const strokes = '30,90,80,40';
let opened: TestStation;
let personId: PersonId;
beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
  personId = expectPerson(opened.station, aPerson({ familyName: canary, phone: '0171 7171717' }));
  const about = { stream: personId, actor: 'operator', occurredAt: opened.station.now() };
  const events = everythingSealed(personId).map(withCanaries);
  opened.station.db.transact(() =>
    commit(
      opened.station,
      events.map((event) => ({ ...about, event })),
    ),
  );
});
afterEach(() => opened.close());

/** The same, with the canary in every sealed text that takes one. */
function withCanaries(event: StationEvent): StationEvent {
  let known = event;
  for (let nth = 0; ; nth += 1) {
    const data = canaryAt(known.data, nth);
    if (!data) return known;
    const parsed = parseEvent({ ...event, data });
    if (parsed.ok) known = parsed.value;
  }
}

/** With the canary in place of that sealed text, counted from 0; undefined where there are fewer. */
function canaryAt(data: object, nth: number): object | undefined {
  if (!('personal' in data)) return undefined;
  let texts = 0;
  const personal = JSON.parse(JSON.stringify(data.personal), (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    texts += 1;
    return texts === nth + 1 ? canary : value;
  });
  return texts > nth ? { ...data, personal } : undefined;
}

/** Of every table the columns in which one of the words stands. */
function columnsWith(words: readonly string[]): string[] {
  const { db } = opened.station;
  const tables = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const columns = tables.flatMap(({ name }) =>
    db
      .all<Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .flatMap((row) => Object.entries(row))
      .flatMap(([column, value]) => (holds(value, words) ? [`${name}.${column}`] : [])),
  );
  return [...new Set(columns)];
}

function holds(value: unknown, words: readonly string[]): boolean {
  const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
}

function eraseWhenTheLawLetsGo(): void {
  opened.clock.now = addMinutes(opened.clock.now, 12 * 366 * 24 * 60);
  expect(must(erasePerson(opened.station, 'operator', { personId }))).toEqual({ outcome: 'erased' });
}

test('of whatever was ever sealed about somebody, no table says a word after they are erased', () => {
  const words = [canary, strokes];
  expect(columnsWith(words)).toEqual(
    expect.arrayContaining(['person.details', 'dose.issuer', 'dose.page', 'adverse_event.description']),
  );
  eraseWhenTheLawLetsGo();
  expect(columnsWith(words)).toEqual([]);
});

test('the read models are then the ones that the log makes', () => {
  eraseWhenTheLawLetsGo();
  expect(verifyReadModels(opened.station.db)).toEqual([]);
  const digest = digestOfProjections(opened.station.db);
  rebuildProjections(opened.station.db);
  expect(digestOfProjections(opened.station.db)).toBe(digest);
});
