import PdfDocument from 'pdfkit';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import type { BirthDate } from '../domain/kernel/plain-date.ts';
import { type DayList, doseAndVaccine } from './day-list.ts';
import { dayListTexts } from './day-list-texts.ts';
import { PaperText } from './paper-text.ts';
import { pdfBytes } from './pdf-bytes.ts';

const BLACK = '#000000';
const MARGIN = 28;
const ROW_HEIGHT = 22;
const TOP = 78;
const A4_LANDSCAPE = { width: 842, height: 595 };
const ROWS_A_PAGE = Math.floor((A4_LANDSCAPE.height - TOP - ROW_HEIGHT - MARGIN - 14) / ROW_HEIGHT);

type Entry = DayList['entries'][number];

/** The day list on paper, A4 across: what is known at the left, room to write at the right. */
export function dayListPdf(list: DayList, language: Language): Promise<Uint8Array> {
  const words = dayListTexts[language];
  const document = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    lang: language,
    info: { Title: `${words.title} ${list.day}` },
  });
  const bytes = pdfBytes(document);
  const text = new PaperText(document);
  const columns = columnsOf(
    language,
    list.entries.some(({ vaccine }) => vaccine !== undefined),
  );
  const pages = Math.max(1, Math.ceil(list.entries.length / ROWS_A_PAGE));
  for (let page = 0; page < pages; page++) {
    document.addPage();
    writeHead(text, list, language, `${words.page} ${page + 1} / ${pages}`);
    writeRow(document, text, columns, TOP, (column) => words[column.title], 700);
    for (const [index, entry] of list.entries.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE).entries())
      writeRow(document, text, columns, TOP + (index + 1) * ROW_HEIGHT, (column) => column.value(entry), 400);
  }
  document.end();
  return bytes;
}

interface Column {
  readonly title: keyof (typeof dayListTexts)['de'];
  readonly width: number;
  readonly value: (entry: Entry) => string;
}

/** With vaccines the column of the dose is wide enough for the longest name. */
function columnsOf(language: Language, hasVaccines: boolean): readonly Column[] {
  const words = dayListTexts[language];
  return [
    { title: 'clock', width: 44, value: ({ clock }) => clock },
    {
      title: 'name',
      width: hasVaccines ? 174 : 210,
      value: ({ familyName, givenName }) => `${familyName}, ${givenName}`,
    },
    {
      title: 'birthDate',
      width: 98,
      value: ({ birthDate }) => (birthDate ? formatDate(birthDate as BirthDate, language) : ''),
    },
    { title: 'dose', width: hasVaccines ? 130 : 42, value: doseAndVaccine },
    { title: 'passNumber', width: 92, value: ({ passNumber }) => passNumber },
    { title: 'lot', width: 96, value: ({ given }) => given?.lot ?? '' },
    { title: 'givenAt', width: 64, value: ({ given }) => given?.clock ?? '' },
    {
      title: 'signature',
      width: hasVaccines ? 88 : 140,
      value: ({ given }) => (given ? words.given : ''),
    },
  ];
}

function writeHead(text: PaperText, list: DayList, language: Language, page: string): void {
  const words = dayListTexts[language];
  const date = (day: string) => formatDate(day as BirthDate, language);
  const wide = A4_LANDSCAPE.width - 2 * MARGIN;
  const title = `${words.title} ${date(list.day)} · ${list.centreName}`;
  text.cut(title, MARGIN, MARGIN - 6, wide, { size: 15, weight: 700, colour: BLACK });
  const asOf = `${words.asOf} ${date(list.asOf.day)} ${list.asOf.clock}`;
  text.cut(`${asOf} · ${page}`, MARGIN, MARGIN + 16, wide, { size: 10, colour: BLACK });
  text.cut(words.confidential, MARGIN, MARGIN + 30, wide, { size: 10, weight: 700, colour: BLACK });
}

function writeRow(
  document: PDFKit.PDFDocument,
  text: PaperText,
  columns: readonly Column[],
  y: number,
  textOf: (column: Column) => string,
  weight: 400 | 700,
): void {
  let x = MARGIN;
  document.lineWidth(0.5).strokeColor('#555555');
  for (const column of columns) {
    document.rect(x, y, column.width, ROW_HEIGHT).stroke();
    const value = textOf(column);
    const style = { size: 9.5, weight, colour: BLACK } as const;
    if (text.width(value, style) <= column.width - 8) text.cut(value, x + 4, y + 5, column.width - 8, style);
    else text.box(value, x + 4, y + 2, column.width - 8, ROW_HEIGHT - 3, style);
    x += column.width;
  }
}
