import { csvLine, csvStart } from '../../domain/import/csv-text.ts';
import {
  type DailyReportForm,
  type DailyReportRow,
  dailyReportFields,
} from '../../domain/reports/daily-report.ts';
import type { DisclosureKind } from '../../domain/staff/disclosure-kind.ts';

/** A form in which the report of a day goes out. A new one is a name in `dailyReportForms` and an entry below. */
export interface ReportExporter {
  readonly extension: string;
  readonly mediaType: string;
  /** How it is kept in the log that it was taken. */
  readonly disclosure: DisclosureKind;
  write(rows: readonly DailyReportRow[], about: { readonly day: string; readonly centre: string }): string;
}

export const reportExporters: Readonly<Record<DailyReportForm, ReportExporter>> = {
  'dim-csv': {
    extension: 'csv',
    mediaType: 'text/csv',
    disclosure: 'daily-report-csv',
    write: (rows) =>
      csvStart +
      [[...dailyReportFields], ...rows.map((row) => dailyReportFields.map((field) => row[field]))]
        .map(csvLine)
        .join(''),
  },
  'dim-json': {
    extension: 'json',
    mediaType: 'application/json',
    disclosure: 'daily-report-json',
    write: (rows, about) =>
      `${JSON.stringify({ format: 'impfpass-station/daily-report', version: 1, ...about, doses: rows }, undefined, 2)}\n`,
  },
};
