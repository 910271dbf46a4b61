import type { PersonExport } from '../contracts/exports/person-export.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { type AdverseEventPaper, adverseEventPdf } from './adverse-event-pdf.ts';
import type { DayList } from './day-list.ts';
import { dayListPdf } from './day-list-pdf.ts';
import { type PassPaper, passPdf } from './pass-pdf.ts';
import { personPdf } from './person-pdf.ts';
import { type RecordPaper, vaccinationRecordPdf } from './vaccination-record-pdf.ts';

/** One PDF to be made: plain data, so that it can go to another thread. */
export type PdfOrder =
  | { readonly kind: 'pass'; readonly paper: PassPaper }
  | { readonly kind: 'adverse-event'; readonly paper: AdverseEventPaper; readonly language: Language }
  | { readonly kind: 'person'; readonly exported: PersonExport; readonly language: Language }
  | { readonly kind: 'day-list'; readonly list: DayList; readonly language: Language }
  | { readonly kind: 'vaccination-records'; readonly paper: RecordPaper };

export function drawPdf(order: PdfOrder): Promise<Uint8Array> {
  switch (order.kind) {
    case 'pass':
      return passPdf(order.paper);
    case 'adverse-event':
      return adverseEventPdf(order.paper, order.language);
    case 'person':
      return personPdf(order.exported, order.language);
    case 'day-list':
      return dayListPdf(order.list, order.language);
    case 'vaccination-records':
      return vaccinationRecordPdf(order.paper);
  }
}
