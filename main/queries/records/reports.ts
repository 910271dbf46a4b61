import { createHmac } from 'node:crypto';
import type { DeskFile } from '../../../contracts/ipc/handover-contract.ts';
import { csvLine, csvStart } from '../../../domain/import/csv-text.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { daysBetween, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { type DailyReportForm, dailyReportRow } from '../../../domain/reports/daily-report.ts';
import { type DoseReportRow, doseReport } from '../../../domain/reports/dose-report.ts';
import { reportExporters } from '../../../interchange/reports/report-exporters.ts';
import type { Reads } from '../../context.ts';
import { derivedKey, type StationKey } from '../../station-key.ts';
import { reportedDoses } from '../../store/tables/vaccination/reported-doses.ts';

/** Whoever waits at the desk waits for the sum, too. */
const MOST_DAYS = 92;

/** `product` is the name that people know it by. */
export type DoseReportLine = DoseReportRow & { readonly product: string };

/** What was given from one day to another, both included: sums, nobody in them. */
export function doseReportOf(
  { db }: Pick<Reads, 'db'>,
  { from, to }: { from: PlainDate; to: PlainDate },
): Result<DoseReportLine[], 'period-backwards' | 'period-too-long'> {
  if (to < from) return refuse('period-backwards');
  if (daysBetween(from, to) >= MOST_DAYS) return refuse('period-too-long');
  const rows = doseReport(reportedDoses(db, { from, to }));
  return accept(
    rows.map((row) => ({
      ...row,
      product: productOf(row.productId)?.name ?? row.productId,
    })),
  );
}

const headers: Readonly<Record<Language, readonly string[]>> = {
  de: ['Tag', 'Impfstoff', 'Charge', 'Dosis', 'Altersgruppe', 'Anzahl'],
  en: ['Day', 'Vaccine', 'Lot', 'Dose', 'Age group', 'Count'],
};

/** The same for a spreadsheet. */
export function doseReportCsv(lines: readonly DoseReportLine[], language: Language): string {
  const rows = lines.map(({ day, product, lot, ordinal, ageGroup, doses }) => [
    day,
    product,
    lot,
    ordinal,
    // A spreadsheet reads 5-11 as a date.
    ageGroup.replace('-', '–'),
    doses,
  ]);
  return csvStart + [headers[language], ...rows].map((row) => csvLine(row)).join('');
}

export interface DailyReportFile {
  readonly file: DeskFile;
  readonly people: number;
}

/** Every dose of a day under a pseudonym that only this station can make; nobody restricted. */
export function dailyReport(
  { db, settings, stationKey }: Reads & { readonly stationKey: StationKey },
  { day, form }: { day: PlainDate; form: DailyReportForm },
): Result<DailyReportFile, 'nobody-vaccinated'> {
  const { centreName, districtKey: district = '' } = settings;
  const doses = [...reportedDoses(db, { from: day, to: day })].filter(({ isRestricted }) => !isRestricted);
  if (doses.length === 0) return refuse('nobody-vaccinated');
  const key = derivedKey(stationKey, 'daily-report');
  const pseudonymOf = (personId: string) =>
    createHmac('sha256', key).update(personId).digest('hex').slice(0, 32);
  const rows = doses.map((dose) =>
    dailyReportRow(dose, { pseudonym: pseudonymOf(dose.personId), centre: centreName, district }),
  );
  const { extension, mediaType, write } = reportExporters[form];
  return accept({
    file: {
      fileName: `${form}-${day}.${extension}`,
      mediaType,
      base64: Buffer.from(write(rows, { day, centre: centreName })).toString('base64'),
    },
    people: new Set(rows.map(({ pseudonym }) => pseudonym)).size,
  });
}
