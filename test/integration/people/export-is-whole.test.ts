import { afterEach, beforeEach, expect, test } from 'vitest';
import { personSections } from '../../../documents/person-pdf.ts';
import { commit } from '../../../main/commit/commit.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { personExportFile } from '../../../main/queries/people/person-export-file.ts';
import { everythingSealed, samplesOf } from '../../support/sealed-samples.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** On paper a code stands there as a word of the language, and a moment as people write it. */
const isCodeOrMoment = /^[a-z]+(-[a-z]+)*$|^\d{4}-\d\d-\d\dT/;

test('whatever is sealed under the key of a person is in what they get who ask for everything about them', async () => {
  const { station } = opened;
  const personId = expectPerson(station);
  const events = everythingSealed(personId);
  const about = { stream: personId, actor: 'operator', occurredAt: station.now() };
  station.db.transact(() =>
    commit(
      station,
      events.map((event) => ({ ...about, event })),
    ),
  );
  const file = must(personExport(station, personId, ['site-lead']));
  const exported = JSON.stringify(file);
  const paper = JSON.stringify(personSections(file, 'de'));
  const missing = events.flatMap(({ type, data }) =>
    wordsIn('personal' in data ? data.personal : undefined)
      .filter((word) => !exported.includes(JSON.stringify(word)))
      .map((word) => `${type}: ${word}`),
  );
  expect(missing).toEqual([]);
  const notOnPaper = events.flatMap(({ type, data }) =>
    wordsIn('personal' in data ? data.personal : undefined)
      .filter((word) => !isCodeOrMoment.test(word) && !paper.includes(word))
      .map((word) => `${type}: ${word}`),
  );
  expect(notOnPaper).toEqual([]);
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
