import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { describeSharedData } from '../../support/describe-shared-data.ts';
import { listImport } from '../../support/list-import.ts';
import { sharedData } from '../../support/shared-data.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-29T08:00:00Z')));
});
afterEach(() => opened.close());

const { importAll, counts, sentences } = listImport(() => opened.station);
const importFile = (name: string) => importAll(readFileSync(sharedData('field', 'csv', name)));
const names = () =>
  opened.station.db
    .all<{ name: string }>("SELECT given_name || ' ' || family_name AS name FROM person ORDER BY birth_date")
    .map(({ name }) => name);

describeSharedData('lists as the field sends them', () => {
  test.each(['14a-macroman.csv', '14b-cp850.csv', '14c-cp437.csv'])('%s has its letters', async (file) => {
    await importFile(file);
    expect(names()).toEqual(['Jörg Müller', 'Käthe Jäger', 'Günther Schröder', 'Björn Weiß', 'Ülkü Özdemir']);
  });

  test.each([
    ['02-sprache.csv', 12],
    ['03-land.csv', 13],
    ['04-telefon-mobil.csv', 3],
    ['04b-telefon-werte.csv', 15],
    ['07-sep.csv', 2],
    ['08-vorspann.csv', 2],
    ['31-plz.csv', 2],
    ['32-geb.csv', 1],
  ])('%s: everybody is taken', async (file, people) => {
    await importFile(file);
    expect(counts()).toMatchObject({ added: people, refused: 0, duplicates: 0 });
  });

  test('a name in one cell is split at its comma, and asked for without one', async () => {
    const importId = await importFile('10-name-komma.csv');
    expect(names()).toEqual(['Anna Müller', 'Karl-Heinz von der Heide']);
    expect(sentences(importId, 'refused')[0]).toContain('Anna Schmitz');
  });

  test('the lists of two days with running numbers are of six people', async () => {
    await importFile('12a-tag1.csv');
    await importFile('12b-tag2.csv');
    expect(counts()).toMatchObject({ added: 3 });
    expect(names()).toHaveLength(6);
  });

  test('what was cancelled is told and not booked', async () => {
    const importId = await importFile('36-storno.csv');
    expect(sentences(importId, 'refused')[0]).toContain('der Termin ist dort abgesagt');
    expect(names()).toEqual([]);
  });

  test.each(['23-teil-geburtsdatum.csv', '24-vertauscht.csv'])(
    '%s: one is taken, two are asked for',
    async (file) => {
      await importFile('25a-bestand.csv');
      await importFile(file);
      expect(counts()).toMatchObject({ added: 1, duplicates: 2 });
    },
  );
});
