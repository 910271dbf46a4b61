import type { recordsContract } from '../../../contracts/ipc/records-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { missingIn } from '../../../domain/vaccination/vaccination-record.ts';
import { reportExporters } from '../../../interchange/reports/report-exporters.ts';
import { noteDisclosure } from '../../commands/staff/note-disclosure.ts';
import { takeToldDoses } from '../../commands/vaccination/take-told-doses.ts';
import { personImmunizations } from '../../queries/records/person-immunizations.ts';
import { dailyReport, doseReportCsv, doseReportOf } from '../../queries/records/reports.ts';
import { toldLookOf, toldOfPerson } from '../../queries/records/told-vaccinations.ts';
import { vaccinationRecord, vaccinationRecordsOn } from '../../queries/records/vaccination-record.ts';
import type { HandlersOf } from '../handler.ts';

export const recordsHandlers: HandlersOf<keyof typeof recordsContract> = {
  'records.check': (station, { personId }) => {
    const record = vaccinationRecord(station, personId);
    return record.ok ? accept({ missing: missingIn(record.value) }) : record;
  },
  'records.of-person': async (station, { personId, language }, { actor }) => {
    const record = vaccinationRecord(station, personId);
    if (!record.ok) return record;
    const paper = { records: [record.value], language, madeAt: station.now() };
    const bytes = await station.pdf.make({ kind: 'vaccination-records', paper });
    noteDisclosure(station, actor, { kind: 'vaccination-record', people: 1 });
    return accept(pdfFile(language === 'de' ? 'Impfbescheinigung' : 'Vaccination-record', bytes));
  },
  'records.immunizations': (station, { personId, profile }, { actor }) => {
    const made = personImmunizations(station, personId, profile);
    if (!made.ok) return made;
    noteDisclosure(station, actor, { kind: 'immunizations-fhir', people: 1 });
    const { bundle, leftOut } = made.value;
    return accept({
      fileName: `immunizations-${profile}.json`,
      mediaType: 'application/fhir+json',
      base64: Buffer.from(`${JSON.stringify(bundle, undefined, 2)}\n`).toString('base64'),
      leftOut,
    });
  },
  'records.look-at-told': (station, { personId, text }) => {
    const weighed = toldOfPerson(station, personId, text);
    return weighed.ok ? accept(toldLookOf(weighed.value)) : weighed;
  },
  'records.take-told': (station, input, { actor }) => takeToldDoses(station, actor, input),
  'records.of-day': async (station, { day, language }, { actor }) => {
    const records = vaccinationRecordsOn(station, day);
    if (records.length === 0) return refuse('nobody-vaccinated');
    const paper = { records, language, madeAt: station.now() };
    const bytes = await station.pdf.make({ kind: 'vaccination-records', paper });
    noteDisclosure(station, actor, { kind: 'day-records', people: records.length });
    const name = language === 'de' ? 'Impfbescheinigungen' : 'Vaccination-records';
    return accept(pdfFile(`${name}-${day}`, bytes));
  },
  'records.dose-report': (station, period) => {
    const rows = doseReportOf(station, period);
    return rows.ok ? accept({ rows: rows.value }) : rows;
  },
  'records.dose-report-file': (station, { language, ...period }) => {
    const rows = doseReportOf(station, period);
    if (!rows.ok) return rows;
    const name = language === 'de' ? 'Impfungen' : 'Vaccinations';
    return accept({
      fileName: `${name}-${period.from}-${period.to}.csv`,
      mediaType: 'text/csv',
      base64: Buffer.from(doseReportCsv(rows.value, language)).toString('base64'),
    });
  },
  'records.daily-report': (station, input, { actor }) => {
    const report = dailyReport(station, input);
    if (!report.ok) return report;
    const { disclosure } = reportExporters[input.form];
    noteDisclosure(station, actor, { kind: disclosure, people: report.value.people });
    return accept(report.value.file);
  },
};

function pdfFile(name: string, bytes: Uint8Array) {
  return {
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    base64: Buffer.from(bytes).toString('base64'),
  };
}
