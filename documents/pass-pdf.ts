import PDFDocument from 'pdfkit';
import type { PassFace } from '../contracts/ipc/passes-contract.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { drawCode } from './draw-code.ts';
import { PaperText } from './paper-text.ts';
import { pdfBytes } from './pdf-bytes.ts';

export interface PassPaper {
  readonly face: PassFace;
  readonly language: Language;
  readonly centreName: string;
  /** Of the document, so that the same pass gives the same file. */
  readonly madeAt: Date;
}

const MM = 72 / 25.4;
const CARD = { width: 85.6 * MM, height: 54 * MM };
const LEFT = (210 * MM - 2 * CARD.width) / 2;
const TOP = 32 * MM;
const CODE = 34 * MM;

const words = {
  de: {
    title: 'Ihr Impfpass auf Papier',
    lead: 'Bitte zeigen Sie den Code am Empfang. Zum Mitnehmen am Rand ausschneiden und in der Mitte falten: dann hat der Pass die Größe einer Bankkarte.',
    file: 'Impfpass',
  },
  en: {
    title: 'Your vaccination pass on paper',
    lead: 'Please show the code at the desk. Cut out along the edge and fold in the middle: the pass then has the size of a bank card.',
    file: 'Vaccination pass',
  },
} as const;

/** The pass for people without a smartphone: a card to fold, with the code of the wallet pass, and all it says. */
export function passPdf({ face, language, centreName, madeAt }: PassPaper): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: language,
    displayTitle: true,
    font: '',
    info: {
      Title: words[language].file,
      Author: centreName,
      Creator: 'Impfpass Station',
      CreationDate: madeAt,
    },
  });
  const done = pdfBytes(document);
  const text = new PaperText(document);
  text.fit(words[language].title, LEFT, 12 * MM, 2 * CARD.width, { size: 17, weight: 700 });
  text.write(words[language].lead, LEFT, 20 * MM, 2 * CARD.width, { size: 9.5 });
  drawFront(document, text, face, centreName);
  drawInside(document, text, face);
  drawFold(document);
  drawBackFields(document, text, face);
  document.end();
  return done;
}

type Document = InstanceType<typeof PDFDocument>;

function drawFront(document: Document, text: PaperText, face: PassFace, centreName: string): void {
  const pad = 4 * MM;
  document.rect(LEFT, TOP, CARD.width, 12 * MM).fill(face.background);
  text.fit(face.logoText, LEFT + pad, TOP + 3 * MM, 45 * MM, {
    size: 13,
    weight: 700,
    colour: face.foreground,
  });
  const [count] = face.header;
  if (count)
    text.fit(`${count.label}: ${count.value}`, LEFT + 52 * MM, TOP + 3.6 * MM, 30 * MM, {
      size: 10,
      weight: 700,
      colour: face.foreground,
    });
  drawCode(document, face.barcode, LEFT + CARD.width - CODE - 2 * MM, TOP + 13 * MM, CODE);
  const width = CARD.width - CODE - 2 * pad;
  let y = TOP + 15 * MM;
  const fields = [...face.primary, ...face.secondary, ...face.auxiliary].slice(0, 3);
  for (const [index, field] of fields.entries()) {
    text.fit(field.label, LEFT + pad, y, width, { size: 7, colour: '#4c6268' });
    // Each of the next needs its label and one line.
    const room = TOP + 48 * MM - y - 9 - (fields.length - 1 - index) * 26;
    y += 9 + text.box(field.value, LEFT + pad, y + 9, width, room, { size: 9.5, weight: 700 }) + 4;
  }
  text.fit(face.shortNumber, LEFT + CARD.width - CODE, TOP + 47.5 * MM, CODE - 4 * MM, {
    size: 9,
    weight: 700,
  });
  text.fit(centreName, LEFT + pad, TOP + 48.5 * MM, width, { size: 7, colour: '#4c6268' });
}

/** The right half: what is needed with the card in hand. */
function drawInside(document: Document, text: PaperText, face: PassFace): void {
  const x = LEFT + CARD.width + 4 * MM;
  const width = CARD.width - 8 * MM;
  document
    .rect(LEFT, TOP, 2 * CARD.width, CARD.height)
    .lineWidth(0.5)
    .stroke('#9fb1b6');
  let y = TOP + 4 * MM;
  for (const field of face.back) {
    const isShort = field.value.length <= 120;
    if (!isShort || y > TOP + CARD.height - 11 * MM) continue;
    text.fit(field.label, x, y, width, { size: 7, colour: '#4c6268' });
    const room = TOP + CARD.height - 3 * MM - (y + 9);
    const lines = field.value.split('\n').slice(0, Math.max(1, Math.floor(room / 11)));
    y += 9 + text.box(lines.join('\n'), x, y + 9, width, room, { size: 8 }) + 3;
  }
}

function drawFold(document: Document): void {
  const x = LEFT + CARD.width;
  document
    .moveTo(x, TOP)
    .lineTo(x, TOP + CARD.height)
    .lineWidth(0.5)
    .dash(3, { space: 3 })
    .stroke('#9fb1b6')
    .undash();
}

function drawBackFields(document: Document, text: PaperText, face: PassFace): void {
  let y = TOP + CARD.height + 10 * MM;
  for (const field of [...face.primary, ...face.secondary, ...face.auxiliary, ...face.back]) {
    if (y > 270 * MM) {
      document.addPage();
      y = 20 * MM;
    }
    text.fit(field.label, LEFT, y, 45 * MM, { size: 9.5, weight: 700 });
    const between = { top: 20 * MM, bottom: 280 * MM };
    const end = text.flow(field.value, LEFT + 48 * MM, y, 2 * CARD.width - 48 * MM, { size: 9.5 }, between);
    y = (end.pages === 0 ? Math.max(y + 14, end.y) : end.y) + 4;
  }
}
