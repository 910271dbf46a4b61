import PdfDocument from 'pdfkit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayListPdf } from '../../../documents/day-list-pdf.ts';
import { PaperPage } from '../../../documents/paper-page.ts';
import { passPdf } from '../../../documents/pass-pdf.ts';
import { vaccinationRecordPdf } from '../../../documents/vaccination-record-pdf.ts';
import { inBoth } from '../../../domain/kernel/bilingual.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { CorrectedVersion, VaccinationRecord } from '../../../domain/vaccination/vaccination-record.ts';

interface Drawn {
  readonly page: number;
  readonly text: string;
  readonly isInside: boolean;
}

let drawn: Drawn[];
let pages: Map<object, number>;

beforeEach(() => {
  drawn = [];
  pages = new Map();
  const draw = PdfDocument.prototype.text;
  vi.spyOn(PdfDocument.prototype, 'text').mockImplementation(function (
    this: PDFKit.PDFDocument,
    ...args: unknown[]
  ) {
    const [text, x, y] = args as [string, number, number];
    if (!pages.has(this.page)) pages.set(this.page, pages.size + 1);
    const right = x + this.widthOfString(text);
    const bottom = y + this.currentLineHeight(false) * 0.8;
    const isInside = x >= 0 && y >= 0 && right <= this.page.width && bottom <= this.page.height;
    drawn.push({ page: pages.get(this.page) ?? 0, text, isInside });
    return (draw as (...all: unknown[]) => PDFKit.PDFDocument).apply(this, args);
  } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const squeezed = (text: string) => text.replace(/\s/gu, '');
const all = () => squeezed(drawn.map(({ text }) => text).join(''));
const outside = () => drawn.filter(({ isInside }) => !isInside).map(({ text }) => text);
const madeAt = '2026-11-23T09:00:00.000Z' as Instant;
const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');

const dose = {
  givenOn: '2026-11-23' as PlainDate,
  product: 'Comirnaty',
  lot: 'EX1234',
  disease: inBoth('COVID-19'),
  ordinal: 1,
  vaccinator: 'Ada Lend',
};
const record: VaccinationRecord = {
  person: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12' as BirthDate },
  centre: { name: 'Impfzentrum', address: 'Hauptstraße 1, 12345 Ort', phone: '0123' },
  doses: [dose],
};
const corrections = (count: number): CorrectedVersion[] =>
  Array.from({ length: count }, (_, index) => ({
    correctedOn: '2026-11-24' as PlainDate,
    lot: `LOT-${index}.`,
  }));

const drawRecord = (change: Partial<VaccinationRecord>) =>
  vaccinationRecordPdf({ records: [{ ...record, ...change }], language: 'de', madeAt });

describe('an Impfbescheinigung', () => {
  test.each([9, 10, 18, 19, 40])('of a dose that was corrected %i times has every version', async (count) => {
    await drawRecord({ doses: [dose, { ...dose, ordinal: 2, before: corrections(count) }, dose] });
    for (let index = 0; index < count; index++) expect(all()).toContain(`LOT-${index}.`);
    expect(outside()).toEqual([]);
    expect(drawn.filter(({ text }) => text === 'Ada Lend')).toHaveLength(3);
    expect(drawn.some(({ text }) => text.startsWith('Weitere Berichtigungen'))).toBe(count > 9);
  });

  test('of forty doses has every one of them', async () => {
    await drawRecord({ doses: Array.from({ length: 40 }, (_, i) => ({ ...dose, lot: `LOT-${i}.` })) });
    for (let index = 0; index < 40; index++) expect(all()).toContain(`LOT-${index}.`);
    expect(pages.size).toBe(4);
  });

  test('with very long names and addresses says them whole, within the page', async () => {
    const givenName = numbered('Maria', 22);
    const address = numbered('Straße', 40);
    const vaccinator = numbered('Ada', 12);
    await drawRecord({
      person: { ...record.person, givenName },
      centre: { ...record.centre, address },
      doses: [{ ...dose, vaccinator }],
    });
    for (const text of [givenName, address, vaccinator]) expect(all()).toContain(squeezed(text));
    expect(outside()).toEqual([]);
  });
});

describe('a page of headings and lines', () => {
  test.each([
    ['of many words', numbered('Wort', 3000)],
    ['of one word without end', 'x'.repeat(9000)],
    ['of many lines', numbered('Zeile', 200).replaceAll(' ', '\n')],
  ])('goes on where a value %s is longer than it', (_what, value) => {
    const document = new PdfDocument({ size: 'A4', margin: 0 });
    const page = new PaperPage(document);
    page.section('Notizen', [
      ['Notiz', value],
      ['Danach', 'Ende'],
    ]);
    expect(all()).toBe(squeezed(`NotizenNotiz${value}DanachEnde`));
    expect(outside()).toEqual([]);
    expect(pages.size).toBeGreaterThan(1);
  });
});

test('a pass on paper with a very long note and name has them whole, within its pages', async () => {
  const note = numbered('Hinweis', 1500);
  const name = numbered('Maria', 12);
  const face = {
    background: '#ffffff',
    foreground: '#000000',
    logoText: 'Impfzentrum',
    header: [],
    primary: [{ label: 'Name', value: name }],
    secondary: [{ label: 'Geboren', value: '12.08.1964' }],
    auxiliary: [{ label: 'Nächster Termin', value: '14.12.2026' }],
    back: [{ label: 'Hinweise', value: note }],
    barcode: 'IMPF1',
    shortNumber: '1234',
  };
  await passPdf({ face: face as never, language: 'de', centreName: 'Impfzentrum', madeAt: new Date(0) });
  expect(all()).toContain(squeezed(note));
  expect(all()).toContain(squeezed(name));
  expect(outside()).toEqual([]);
});

test('the list of the day says a long name whole', async () => {
  const givenName = numbered('Maria', 8);
  const entry = {
    clock: '09:00',
    familyName: 'Mustermann-Hohenstein',
    givenName,
    birthDate: '1964-08-12',
    plannedDose: 1,
    passNumber: '1234',
  };
  const list = {
    day: '2026-11-23',
    centreName: 'Z',
    asOf: { day: '2026-11-23', clock: '08:00' },
    entries: [entry],
  };
  await dayListPdf(list as never, 'de');
  expect(all()).toContain(squeezed(givenName));
  expect(outside()).toEqual([]);
});
