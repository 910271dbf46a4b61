import PDFDocument from 'pdfkit';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import {
  type ConfirmedDose,
  type CorrectedVersion,
  missingIn,
  type VaccinationRecord,
} from '../domain/vaccination/vaccination-record.ts';
import { drawCode } from './draw-code.ts';
import { PaperText } from './paper-text.ts';
import { pdfBytes } from './pdf-bytes.ts';
import { vaccinationRecordTexts } from './vaccination-record-texts.ts';

/** One page for each person, more for whoever has had more doses than fit. */
export interface RecordPaper {
  readonly records: readonly VaccinationRecord[];
  readonly language: Language;
  /** Of the document, so that the same records give the same file. */
  readonly madeAt: Instant;
}

type Texts = (typeof vaccinationRecordTexts)[Language];
type Document = InstanceType<typeof PDFDocument>;

const MM = 72 / 25.4;
const LEFT = 20 * MM;
const WIDTH = 170 * MM;
const TABLE = 84 * MM;
const ROW = 10 * MM;
/** What of a row can be written on. */
const INSIDE = ROW - 2 * MM;
const ROWS_A_PAGE = 10;
const CODE = 40 * MM;
const GREY = '#4c6268';

export function vaccinationRecordPdf({ records, language, madeAt }: RecordPaper): Promise<Uint8Array> {
  const words = vaccinationRecordTexts[language];
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: language,
    displayTitle: true,
    font: '',
    info: {
      Title: words.title,
      Author: records[0]?.centre.name ?? '',
      Creator: 'Impfpass Station',
      CreationDate: new Date(madeAt),
    },
  });
  const done = pdfBytes(document);
  const text = new PaperText(document);
  for (const record of records) {
    const pages = pagesOf(record.doses);
    for (const [page, doses] of pages.entries()) {
      document.addPage();
      writeHead(text, record, words, language);
      if (pages.length > 1)
        text.cut(words.page(page + 1, pages.length), LEFT, 285 * MM, WIDTH, { size: 8, colour: GREY });
      writeDoses(document, text, doses, words, language);
      writeFoot(document, text, { ...record, doses }, words, language);
    }
  }
  document.end();
  return done;
}

/** What stands on a page of a dose: itself, or that it goes on, and what stood there before as far as it fits. */
interface DosePart extends ConfirmedDose {
  readonly goesOn?: true;
}

/** As many doses as fit, each with a row more for every time that it was corrected; what does not fit goes on. */
function pagesOf(doses: readonly ConfirmedDose[]): DosePart[][] {
  const pages: DosePart[][] = [];
  let rows = ROWS_A_PAGE;
  for (const dose of doses) {
    const before = dose.before ?? [];
    if (rows + 1 + before.length > ROWS_A_PAGE) rows = ROWS_A_PAGE;
    let told = 0;
    do {
      if (rows === ROWS_A_PAGE) {
        pages.push([]);
        rows = 0;
      }
      const fit = before.slice(told, told + ROWS_A_PAGE - 1 - rows);
      pages.at(-1)?.push({ ...dose, before: fit, ...(told > 0 && { goesOn: true }) });
      told += fit.length;
      rows += 1 + fit.length;
    } while (told < before.length);
  }
  return pages;
}

function writeHead(text: PaperText, record: VaccinationRecord, words: Texts, language: Language): void {
  const { person, centre } = record;
  const missing = missingIn(record);
  const label = { size: 8.5, colour: GREY } as const;
  text.fit(words.title, LEFT, 16 * MM, WIDTH, { size: 20, weight: 700 });
  text.fit(words.law, LEFT, 26 * MM, WIDTH, { size: 9.5, colour: GREY });
  text.fit(words.person, LEFT, 38 * MM, WIDTH, label);
  text.box(`${person.givenName} ${person.familyName}`.trim(), LEFT, 42 * MM, WIDTH, 8 * MM, {
    size: 15,
    weight: 700,
  });
  const born = `${words.born} ${formatDate(person.birthDate, language)}`;
  const note = missing.includes('birth-date') ? ` (${words.missing})` : '';
  text.fit(`${born}${note}`, LEFT, 50 * MM, WIDTH, { size: 11 });
  text.fit(words.centre, LEFT, 62 * MM, WIDTH, label);
  text.box(centre.name || blank(words), LEFT, 66 * MM, WIDTH, 6 * MM, { size: 11, weight: 700 });
  const address = `${centre.address || blank(words)} · ${words.phone} ${centre.phone}`;
  text.box(address, LEFT, 72 * MM, WIDTH, 11 * MM, { size: 9.5 });
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly value: (dose: ConfirmedDose) => string;
  /** Several diseases take several lines. */
  readonly wraps?: boolean;
}

function columnsOf(words: Texts, language: Language): readonly Column[] {
  return [
    { title: words.givenOn, width: 26 * MM, value: ({ givenOn }) => formatDate(givenOn, language) },
    { title: words.product, width: 38 * MM, value: ({ product }) => product },
    { title: words.lot, width: 26 * MM, value: ({ lot }) => lot },
    { title: words.disease, width: 34 * MM, value: ({ disease }) => disease[language], wraps: true },
    { title: words.ordinal, width: 12 * MM, value: ({ ordinal }) => String(ordinal) },
    { title: words.vaccinator, width: 34 * MM, value: ({ vaccinator = '' }) => vaccinator },
  ];
}

function writeDoses(
  document: Document,
  text: PaperText,
  doses: readonly DosePart[],
  words: Texts,
  language: Language,
): void {
  const columns = columnsOf(words, language);
  const write = (y: number, textOf: (column: Column) => string, weight: 400 | 700) => {
    let x = LEFT;
    document.lineWidth(0.5).strokeColor(GREY);
    for (const column of columns) {
      document.rect(x, y, column.width, ROW).stroke();
      if (column.wraps && weight === 400)
        text.box(textOf(column), x + 4, y + 1.2 * MM, column.width - 8, INSIDE, { size: 7.5 });
      else writeCell(text, textOf(column), x + 4, y, column.width - 8, weight);
      x += column.width;
    }
  };
  write(TABLE, ({ title }) => title, 700);
  let y = TABLE + ROW;
  const writeWide = (words: string) => {
    document.rect(LEFT, y, WIDTH, ROW).stroke();
    text.box(words, LEFT + 4, y + 1.2 * MM, WIDTH - 8, INSIDE, { size: 7.5 });
    y += ROW;
  };
  for (const dose of doses) {
    if (dose.goesOn) writeWide(words.goesOn(formatDate(dose.givenOn, language), dose.product, dose.lot));
    else {
      write(y, ({ value }) => value(dose) || words.missing, 400);
      y += ROW;
    }
    for (const version of dose.before ?? []) writeWide(correctionWords(version, words, language));
  }
}

/** On one line as long as it can be read there, else on several. */
function writeCell(
  text: PaperText,
  value: string,
  x: number,
  y: number,
  width: number,
  weight: 400 | 700,
): void {
  if (text.width(value, { size: 6.5, weight }) <= width)
    text.fit(value, x, y + 3 * MM, width, { size: 9, weight });
  else text.box(value, x, y + 1.2 * MM, width, INSIDE, { size: 6.5, weight });
}

/** What stood there until then, so that both papers can be told apart. */
function correctionWords(version: CorrectedVersion, words: Texts, language: Language): string {
  const { correctedOn, givenOn, product, lot, vaccinator } = version;
  const before = [
    givenOn && `${words.givenOn} ${formatDate(givenOn, language)}`,
    product && `${words.product} ${product}`,
    lot && `${words.lot} ${lot}`,
    vaccinator && `${words.vaccinator} ${vaccinator}`,
  ].filter(Boolean);
  return words.corrected(formatDate(correctedOn, language), before.join(', ') || '–');
}

function writeFoot(
  document: Document,
  text: PaperText,
  record: VaccinationRecord,
  words: Texts,
  language: Language,
): void {
  const top = TABLE + (ROWS_A_PAGE + 1) * ROW + 4 * MM;
  const width = record.proof ? WIDTH - CODE - 6 * MM : WIDTH;
  text.fit(`${words.next}: ${nextWords(record, words, language)}`, LEFT, top, width, {
    size: 10,
    weight: 700,
  });
  const consented = record.doses.every(({ hasConsent }) => hasConsent) ? ` ${words.consented}` : '';
  text.write(`${words.confirmed} ${words.elsewhere}${consented}`, LEFT, top + 6 * MM, width, { size: 9 });
  document
    .moveTo(LEFT, top + 30 * MM)
    .lineTo(LEFT + width, top + 30 * MM)
    .lineWidth(0.5)
    .stroke(GREY);
  text.fit(words.signature, LEFT, top + 31 * MM, width, { size: 8, colour: GREY });
  if (record.proof) {
    drawCode(document, record.proof, LEFT + WIDTH - CODE, top - 2 * MM, CODE);
    text.write(words.proof, LEFT + WIDTH - CODE, top + CODE - 2 * MM, CODE, { size: 6.5, colour: GREY });
  }
  let y = top + 46 * MM;
  text.fit(words.advice, LEFT, y, WIDTH, { size: 9, weight: 700 });
  y += 4.5 * MM;
  for (const advice of [words.reactions, words.compensation])
    y += text.write(advice, LEFT, y, WIDTH, { size: 8 }) + 1 * MM;
}

function nextWords({ next }: VaccinationRecord, words: Texts, language: Language): string {
  if (!next) return words.noNext;
  return next.kind === 'booked'
    ? words.booked(formatDate(next.on, language))
    : words.recommended(formatDate(next.from, language), formatDate(next.to, language));
}

function blank(words: Texts): string {
  return `____________________ (${words.missing})`;
}
