import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseEvent } from '../../../contracts/events/read-event.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { commit } from '../../../main/commit/commit.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { personExportFile } from '../../../main/queries/people/person-export-file.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

/** Every event that has something sealed under a person's key; one that is new does not compile until it is here. */
type Sealed<Event extends StationEvent> = Event extends StationEvent
  ? string extends keyof Event['data']
    ? never
    : 'personal' extends keyof Event['data']
      ? Event['type']
      : never
  : never;
type Personal = Exclude<Sealed<StationEvent>, 'StaffAdded'>;

/** What each looks like in a log, in the order in which they happen. All of it is given out. */
const personal: Readonly<Record<Personal, true>> = {
  PersonRegistered: true,
  PersonCorrected: true,
  ConsentGiven: true,
  ConsentWithdrawn: true,
  IdentityConfirmed: true,
  ScreeningAnswered: true,
  ScreeningCleared: true,
  DosesElsewhereCounted: true,
  PaperDoseCorrected: true,
  DoseAdministered: true,
  DoseDrawn: true,
  DoseCorrected: true,
  DoseVoided: true,
  AdverseEventRecorded: true,
  AdverseEventReported: true,
  MessageDiscarded: true,
};
/** The details of whoever is registered first are theirs; the sample's are of a record that is there already. */
const otherwise: readonly string[] = ['PersonRegistered'];
/** The dose of the booklet in the sample of `DosesElsewhereCounted`. */
const doseOfBooklet = '019ab0c1-0000-7000-8000-0000000000f3';

const folder = path.join(import.meta.dirname, '../../fixtures/events');

/** The samples of the latest version that say something sealed, as somebody's own; each dose is one of its own. */
function samplesOf(type: string, personId: PersonId): StationEvent[] {
  const version = Math.max(
    ...readdirSync(folder)
      .filter((file) => file.startsWith(`${type}.`))
      .map((file) => Number(file.split('.')[1])),
  );
  const { data } = JSON.parse(readFileSync(path.join(folder, `${type}.${version}.json`), 'utf8'));
  const sealed: object[] = data.filter((sample: object) => 'personal' in sample);
  return sealed.map((sample, index) => {
    const own = { ...sample, personId, ...idOf(type, index) };
    return must(parseEvent({ type, version, data: own }));
  });
}

function idOf(type: string, index: number): { doseId?: string } {
  if (type === 'PaperDoseCorrected') return { doseId: doseOfBooklet };
  return type === 'DoseAdministered' ? { doseId: `given-${index}` } : {};
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

test('whatever is sealed under the key of a person is in what they get who ask for everything about them', async () => {
  const { station } = opened;
  const personId = expectPerson(station);
  const types = Object.keys(personal).filter((type) => !otherwise.includes(type));
  const events = types.flatMap((type) => samplesOf(type, personId));
  const about = { stream: personId, actor: 'operator', occurredAt: station.now() };
  station.db.transact(() =>
    commit(
      station,
      events.map((event) => ({ ...about, event })),
    ),
  );
  const exported = JSON.stringify(must(personExport(station, personId, ['site-lead'])));
  const missing = events.flatMap(({ type, data }) =>
    wordsIn('personal' in data ? data.personal : undefined)
      .filter((word) => !exported.includes(JSON.stringify(word)))
      .map((word) => `${type}: ${word}`),
  );
  expect(missing).toEqual([]);
  const pdf = await personExportFile(station, personId, { format: 'pdf', language: 'de' }, ['site-lead']);
  expect(must(pdf).bytes.length).toBeGreaterThan(1_000);
});

test('from the reception they get no answers to the questions before a dose, and the file says so', () => {
  const { station } = opened;
  const personId = expectPerson(station);
  const events = samplesOf('ScreeningAnswered', personId);
  const about = { stream: personId, actor: 'operator', occurredAt: station.now() };
  station.db.transact(() =>
    commit(
      station,
      events.map((event) => ({ ...about, event })),
    ),
  );
  const exported = must(personExport(station, personId, ['reception']));
  expect(exported).toMatchObject({ isMedicalWithheld: true });
  expect(exported.screenings).toBeUndefined();
});
