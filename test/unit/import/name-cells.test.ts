import { describe, expect, test } from 'vitest';
import { readRow } from '../../support/read-row.ts';

describe('a name', () => {
  test.each(['N.N.', 'n. n.', 'NN', 'unbekannt', 'Unknown', 'keine Angabe', 'xxx', 'N/A'])(
    '%s is nobody’s',
    (name) => {
      for (const row of [`${name};Anna;1985`, `Berg;${name};1985`])
        expect(readRow('Nachname;Vorname;Geburtsdatum', row)).toMatchObject({
          refusal: [{ reason: 'name-placeholder' }],
        });
    },
  );

  test.each(['Null', 'None', 'Test', 'Ohne', 'Nan', 'Unbehaun'])('%s is somebody’s', (name) => {
    expect(readRow('Nachname;Vorname;Geburtsdatum', `${name};Anna;1985`)).toMatchObject({ ok: true });
  });

  test.each([
    ['Dr. Anna', 'Schmitz', 'Anna', 'Schmitz'],
    ['Anna', 'Prof. Dr. med. Schmitz', 'Anna', 'Schmitz'],
    ['Anna', 'Schmitz, Dr.', 'Anna', 'Schmitz'],
    ['Anna', 'Schmitz (geb. Meier)', 'Anna', 'Schmitz'],
    ['Anna', 'Schmitz geb. Meier', 'Anna', 'Schmitz'],
  ])('%s | %s is taken without title and name at birth, and they are listed', (...cells) => {
    const [given, family, givenName, familyName] = cells;
    expect(readRow('Vorname;Nachname;Geburtsdatum', `${given};${family};1985`)).toMatchObject({
      value: { details: { givenName, familyName }, leftOut: [{ reason: 'title-left-out' }] },
    });
  });

  test.each([
    ['Karl', 'Stein, Freiherr von', 'Karl', 'Freiherr von Stein'],
    ['Karl von der', 'Heide', 'Karl', 'von der Heide'],
    ['Frau Anna', 'Schmitz', 'Anna', 'Schmitz'],
    ['Anna', "'t Hooft", 'Anna', "'t Hooft"],
    ['DREAMA', 'DROST', 'DREAMA', 'DROST'],
    ['Medine', 'Philipp', 'Medine', 'Philipp'],
    ['İLKAY', 'IŞIK', 'İLKAY', 'IŞIK'],
    ['Anna', 'Gebhardt', 'Anna', 'Gebhardt'],
    ['Max Ben', 'Schmidt', 'Max Ben', 'Schmidt'],
    ['max ben', 'schmidt', 'max ben', 'schmidt'],
    ['MAX BEN', 'SCHMIDT', 'MAX BEN', 'SCHMIDT'],
    ['Thi Le', 'Nguyen', 'Thi Le', 'Nguyen'],
    ['Thi Van', 'Nguyen', 'Thi Van', 'Nguyen'],
    ['Mary Di', 'Jones', 'Mary Di', 'Jones'],
    ['Xiao Du', 'Wang', 'Xiao Du', 'Wang'],
    ['Jan van', 'Dam', 'Jan', 'van Dam'],
  ])('%s | %s is %s %s', (given, family, givenName, familyName) => {
    const read = readRow('Vorname;Nachname;Geburtsdatum', `${given};${family};1985`);
    expect(read).toMatchObject({ value: { details: { givenName, familyName } } });
    expect(read.ok && read.value.leftOut).toBeUndefined();
  });

  test.each([
    ['Anna von und zu Stein', 'Anna', 'von und zu Stein'],
    ['Dr. med. Karl Maria Graf von Spee', 'Karl Maria', 'Graf von Spee'],
    ['Anna Schmitz jun.', 'Anna', 'Schmitz jun.'],
    ['Anna Schmitz, geb. Meier', 'Anna', 'Schmitz'],
  ])('%s in one cell, given name first, is %s | %s', (cell, givenName, familyName) => {
    expect(readRow('Vor- und Nachname;Geburtsdatum', `${cell};1985`)).toMatchObject({
      value: { details: { givenName, familyName } },
    });
  });

  test.each([
    ['Vorname;Nachname', 'Maria da;Silva', 'Maria da', 'Silva'],
    ['Vorname;Nachname', 'Yosef ben;David', 'Yosef ben', 'David'],
    ['Vor- und Nachname', 'Thi Le Nguyen', 'Thi Le', 'Nguyen'],
    ['Vor- und Nachname', 'Max Ben Schmidt', 'Max Ben', 'Schmidt'],
    ['Vor- und Nachname', 'Anh Van Nguyen', 'Anh', 'Van Nguyen'],
  ])(
    '%s: %s may be cut in two ways, and somebody is asked to look',
    (header, cell, givenName, familyName) => {
      expect(readRow(`${header};Geburtsdatum`, `${cell};1985`)).toMatchObject({
        value: { details: { givenName, familyName }, leftOut: [{ reason: 'name-split-unclear' }] },
      });
    },
  );

  test('that is split at a particle written small needs nobody to look', () => {
    const read = readRow('Vor- und Nachname;Geburtsdatum', 'Maria da Silva;1985');
    expect(read).toMatchObject({ value: { details: { givenName: 'Maria', familyName: 'da Silva' } } });
    expect(read.ok && read.value.leftOut).toBeUndefined();
  });

  test('with a dagger is of somebody who died', () => {
    expect(readRow('Vorname;Nachname;Geburtsdatum', 'Anna;Schmitz †;1985')).toMatchObject({
      refusal: [{ reason: 'person-deceased' }],
    });
  });
});
