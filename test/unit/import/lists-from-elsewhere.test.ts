import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { csvReader } from '../../../main/import/csv-reader.ts';
import { guessEncoding, otherReadings } from '../../../main/import/guess-encoding.ts';
import { lookAtCsv } from '../../../main/import/look-at-csv.ts';
import { decode } from '../../../main/import/text-decoder.ts';
import { rowContext } from '../../support/row-context.ts';

const SAMPLE_BYTES = 192 * 1024;

/** A list as it is brought in: whom each row is about, why it is not taken, or that it is about nobody. */
function read(...lines: string[]) {
  const bytes = Buffer.from(lines.join('\r\n'));
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const { plan, isTooWide } = lookAtCsv(sample, {}, sample.length === bytes.length);
  const reader = csvReader(plan, rowContext);
  const rows = [...reader.push(bytes), ...reader.end()].map(({ verdict, data: { person, faults = [] } }) => {
    if (verdict === 'skipped') return 'nobody';
    if (!person) return faults.map(({ reason }) => reason).join();
    const { familyName, givenName, birthDate } = person.details;
    const told = (person.leftOut ?? []).map(({ reason }) => ` (${reason})`).join('');
    return `${familyName}, ${givenName} ${birthDate}${told}`;
  });
  return { plan, isTooWide, rows };
}

const header = 'Nachname;Vorname;Geburtsdatum;Telefon';
const anna = 'Berg, Anna 1985-03-12';
const uwe = 'Klein, Uwe 1950-01-01';

describe('a list whose rows stand in quotes as a whole is read as its cells', () => {
  test.each([
    ['all of them', ['"Nachname;Vorname;Geburtsdatum"', '"Berg;Anna;12.03.1985"', '"Klein;Uwe;1.1.1950"']],
    [
      'with quotes inside',
      ['"Nachname,""Vorname"",Geburtsdatum"', '"Berg,""Anna"",12.03.1985"', '"Klein,Uwe,1.1.1950"'],
    ],
    [
      'but for the header',
      ['Nachname,Vorname,Geburtsdatum', '"Berg,Anna,12.03.1985"', '"Klein,Uwe,1.1.1950"'],
    ],
    [
      'with empty cells behind',
      ['"Nachname;Vorname;Geburtsdatum";', '"Berg;Anna;12.03.1985";', '"Klein;Uwe;1.1.1950";'],
    ],
    [
      'with tabs',
      ['"Nachname\tVorname\tGeburtsdatum"', '"Berg\tAnna\t12.03.1985"', '"Klein\tUwe\t1.1.1950"'],
    ],
  ])('%s', (_how, lines) => {
    expect(read(...lines).rows).toEqual([anna, uwe]);
  });

  test('a separator inside keeps to its own quotes', () => {
    expect(read('"Nachname,Vorname,Geburtsdatum"', '"""Berg, Edle"",Anna,12.03.1985"').rows).toEqual([
      'Edle Berg, Anna 1985-03-12',
    ]);
  });

  test('a comma in a name is none of this', () => {
    const list = ['Name;Geburtsdatum', '"Berg, Anna";12.03.1985', '"Klein, Uwe";1.1.1950'];
    expect(read(...list)).toMatchObject({ plan: { separator: ';' }, rows: [anna, uwe] });
    expect(read('"Name"', '"Berg, Anna"').plan.columns).toEqual(['fullName']);
  });
});

describe('a list that is wider than any table', () => {
  test.each([';', ','])('of a million columns between %s is told to be that, quickly', (separator) => {
    const wide = Array.from({ length: 1_000_000 }, (_, at) => `s${at}`).join(separator);
    const began = performance.now();
    const { isTooWide, rows } = read(wide, `Berg${separator}Anna`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(isTooWide).toBe(true);
    expect(rows[0]).toMatch(/^(too-many-columns|row-too-long)$/);
  });

  test('of 500 columns is read, of 501 not', () => {
    const of = (count: number) => {
      const rest = Array.from({ length: count - 3 }, (_, at) => `x${at}`);
      const list = [
        `Nachname;Vorname;Geburtsdatum;${rest.join(';')}`,
        `Berg;Anna;12.03.1985;${rest.join(';')}`,
      ];
      return read(...list);
    };
    expect(of(500)).toMatchObject({ isTooWide: false, rows: [anna] });
    expect(of(501).isTooWide).toBe(true);
  });

  test('one row of it alone costs itself only', () => {
    const { isTooWide, rows } = read(header, 'x;'.repeat(600), 'Berg;Anna;12.03.1985;');
    expect({ isTooWide, rows }).toEqual({ isTooWide: false, rows: ['too-many-columns', anna] });
  });
});

describe('rows of a list that are not like the others', () => {
  test('that lack cells at their end are taken where all that is there reads well, and told', () => {
    expect(read(header, 'Berg;Anna;12.03.1985', 'Klein;Uwe;1.1.1950;').rows).toEqual([
      `${anna} (cells-missing)`,
      uwe,
    ]);
    const long = `${header};Straße;PLZ;Ort`;
    expect(read(long, 'Berg;Anna;12.03.1985;;01067;Dresden').rows).toEqual(['too-few-cells']);
    expect(read(long, 'Berg;12.03.1985;;;01067;Dresden').rows).toEqual(['too-few-cells']);
    expect(read(`${header};`, 'Berg;Anna;12.03.1985;').rows).toEqual([anna]);
  });

  test('that have more are not: something has shifted', () => {
    expect(read(header, 'Berg;Anna;12.03.1985;;0170').rows).toEqual(['too-many-cells']);
    expect(read(header, 'Berg;Anna;12.03.1985;;;;').rows).toEqual([anna]);
  });

  test('that have another separator are read by it, where that gives as many cells', () => {
    const tabs = 'Nachname\tVorname\tGeburtsdatum';
    expect(read(tabs, 'Berg\tAnna\t12.03.1985', 'Klein;Uwe;1.1.1950', 'Klein;Uwe').rows).toEqual([
      anna,
      uwe,
      'too-few-cells',
    ]);
    expect(
      read('Nachname;Vorname;Geburtsdatum', 'Berg;Anna;12.03.1985', 'Klein, Uwe, 1.1.1950').rows,
    ).toEqual([anna, 'too-few-cells']);
  });

  test('that repeat the header or stand below the table are about nobody', () => {
    expect(
      read(
        header,
        'Berg;Anna;12.03.1985;',
        'Seite 2 von 2;;;',
        `\ufeff${header}`,
        '\ufeffKlein;Uwe;1.1.1950;',
      ).rows,
    ).toEqual([anna, 'nobody', 'nobody', uwe]);
    for (const footer of [
      'Summe: 485',
      'Summe;485;;',
      'Gesamt: 2;;;',
      'Anzahl Datensätze: 2',
      'Stand: 12.11.2026;;;',
      'Ausgedruckt am 12.11.2026;;;',
      'Total 2',
    ])
      expect([footer, read(header, 'Berg;Anna;12.03.1985;', footer).rows]).toEqual([
        footer,
        [anna, 'nobody'],
      ]);
  });

  test('that may be about somebody are told, whatever they look like', () => {
    expect(
      read(header, 'Summe;Anna;12.03.1985;', 'Page;Uwe;1.1.1950;', 'Berg;;;', 'Stand;Ida;;').rows,
    ).toEqual(['Summe, Anna 1985-03-12', 'Page, Uwe 1950-01-01', 'birth-date-missing', 'birth-date-missing']);
  });

  test('of somebody whose name is a word that stands below tables is a person', () => {
    const whole = 'Vorname Nachname;Geburtsdatum;Telefon';
    expect(
      read(
        whole,
        'Page Turner;12.03.1985;0170 1234567',
        'Sum Wing;1.1.1950;',
        'Seite 2 von 3;;',
        'Anzahl Datensätze: 2',
      ).rows,
    ).toEqual(['Turner, Page 1985-03-12', 'Wing, Sum 1950-01-01', 'nobody', 'nobody']);
  });

  test('with the name, given name first, and the birth date in one cell keep that order', () => {
    expect(read('Vorname Nachname;Telefon', 'Anna Berg, 12.03.1985;', 'Uwe Klein (1.1.1950);').rows).toEqual([
      anna,
      uwe,
    ]);
    expect(read('Name;Telefon', 'Berg, Anna, 12.03.1985;', 'Klein, Uwe (1.1.1950);').rows).toEqual([
      anna,
      uwe,
    ]);
  });

  test('line breaks inside of quotes belong to their cell', () => {
    expect(
      read(header, '"Berg\n";Anna;12.03.1985;"0170 1234567\nabends"', 'Klein;Uwe;1.1.1950;').rows,
    ).toEqual([`${anna} (phone-unreadable)`, uwe]);
  });
});

describe('a birth date however it is written', () => {
  test.each([
    '12.3.64',
    'March 12, 1964',
    '12 March 1964',
    '12.III.1964',
    '12 iii 64',
    '12,03,1964',
    '12.03.1964 (62)',
    '12.03.1964 (62 Jahre)',
    '1964-03-12T00:00:00.000',
    'Do., 12. März 1964',
  ])('%s', (written) => {
    expect(read(header, `Berg;Anna;"${written}";`).rows).toEqual(['Berg, Anna 1964-03-12']);
  });

  test.each([
    ['23456', 'date-is-number'],
    ['12.03.1964, Berlin', 'date-unreadable'],
    ['12.XIII.1964', 'date-unreadable'],
    ['12.IIII.1964', 'date-unreadable'],
  ])('%s is told: %s', (written, reason) => {
    expect(read(header, `Berg;Anna;"${written}";`).rows).toEqual([reason]);
  });

  test.each([
    ['Name', 'Berg, Anna, 12.03.1985'],
    ['Patient', 'Berg, Anna (12.3.85)'],
    ['Name, Geburtsdatum', 'Berg, Anna geb. 12.3.1985'],
    ['Name und Geburtsdatum', 'Berg, Anna *12.03.1985'],
    ['Name', 'Berg, Anna; 1985-03-12'],
  ])('in one cell with the name: %s, %s', (column, cell) => {
    expect(read(`"${column}";Telefon`, `"${cell}";0361 123456`).rows).toEqual([anna]);
  });

  test('a cell of both that has no date, or no order of names, is told', () => {
    const list = ['Name und Geburtsdatum;Telefon', '"Berg, Anna";', '"Anna Berg 12.03.1985";'];
    expect(read(...list).rows).toEqual(['birth-date-missing', 'name-order-unclear']);
  });
});

test.each([
  ['4,91761E+11', undefined],
  ['4.91761E+11', undefined],
  ['491761234567.0', '491761234567'],
])('the telephone number %s is %s, and its person is taken', (written, phone) => {
  const bytes = Buffer.from(`${header}\nBerg;Anna;12.03.1985;${written}`);
  const reader = csvReader(lookAtCsv(bytes, {}, true).plan, rowContext);
  const [row] = [...reader.push(bytes), ...reader.end()];
  expect(row?.data.person?.details.phone).toBe(phone);
  expect(row?.data.person?.leftOut?.map(({ reason }) => reason)).toEqual(
    phone === undefined ? ['phone-unreadable'] : undefined,
  );
});

describe('a list from the Baltic', () => {
  const bytesOf = (rows: readonly string[], encoding: string) =>
    iconv.encode(['Nachname;Vorname;Ort', ...rows, 'Berg;Anna;Bonn'].join('\r\n'), encoding);
  const readings = (rows: readonly string[], encoding: string) => {
    const bytes = bytesOf(rows, encoding);
    const offered = [guessEncoding(bytes), ...otherReadings(bytes).map((other) => other.encoding)];
    return offered.map((each) => decode(bytes, each)).map((text) => text.split('\r\n').slice(1, -1));
  };

  test.each([
    ['õ alone', ['Põld;Urmas;Võru', 'Kõiv;Õnne;Jõhvi']],
    ['one õ', ['Kõiv;Anna;Tallinn']],
    ['õ, š and ž', ['Põld;Jüri;Võru', 'Mäe;Öie;Pärnu', 'Tšernov;Žanna;Narva']],
    ['Estonian and German letters', ['Müller;Jörg;Köln', 'Põld;Saša;Võru', 'Weiß;Björn;Brühl']],
    ['Lithuanian letters', ['Šimkus;Žydrūnas;Kėdainiai']],
    ['Latvian letters', ['Bērziņš;Jānis;Rīga']],
  ])('with %s is read right', (_what, rows) => {
    for (const encoding of ['windows-1257', 'iso-8859-13']) expect(readings(rows, encoding)[0]).toEqual(rows);
  });

  test.each([
    'Tamm;Saša;Tallinn',
    'Tamm;Žanna;Tallinn',
    'Juška;Anna;Vilnius',
    'Petraitė;Anna;Vilnius',
    'Kalniņa;Anna;Ventspils',
    'Ozols;Anna;Rīga',
  ])('with one letter that may be another, %s, is read right or offered', (row) => {
    for (const encoding of ['windows-1257', 'iso-8859-13'])
      expect(readings([row], encoding)).toContainEqual([row]);
  });

  test('of DOS is read right', () => {
    for (const rows of [['Põld;Jüri;Võru', 'Tšernov;Žanna;Narva'], ['Šimkus;Žydrūnas;Kėdainiai']])
      expect(readings(rows, 'cp775')[0]).toEqual(rows);
  });

  test('offers nothing where the letters leave nothing open, and says which word differs', () => {
    for (const rows of [['Müller;Jörg;Köln'], ['Yıldız;Gülşen;Köln'], ['Wałęsa;Bożena;Łódź']])
      for (const encoding of ['utf-8', 'windows-1252', 'windows-1254', 'windows-1250']) {
        const bytes = bytesOf(rows, encoding);
        if (iconv.decode(bytes, encoding).includes(rows[0] ?? '')) expect(otherReadings(bytes)).toEqual([]);
      }
    expect(otherReadings(bytesOf(['Juška;Anna;Vilnius'], 'windows-1257'))).toEqual([
      { encoding: 'windows-1257', here: 'Juğka', there: 'Juška' },
    ]);
  });
});
