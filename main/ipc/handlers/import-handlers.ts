import type { importContract } from '../../../contracts/ipc/import-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { peopleOn } from '../../../documents/day-list.ts';
import { dayListCsv } from '../../../documents/day-list-csv.ts';
import { namesPeople } from '../../../domain/import/names-people.ts';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { noteDisclosure, noteRegisterGivenOut } from '../../commands/staff/note-disclosure.ts';
import { chooseForAll, chooseForRow } from '../../import/choose-rows.ts';
import { csvReader } from '../../import/csv-reader.ts';
import { fhirReader } from '../../import/fhir-reader.ts';
import { rowContextOf } from '../../import/row-context-of.ts';
import { dayList } from '../../queries/appointments/day-list.ts';
import { importErrorFile, importRows, pastImports } from '../../queries/import/import-lists.ts';
import { importPreview } from '../../queries/import/import-preview.ts';
import { exportPeople } from '../../queries/people/export-people.ts';
import type { Station } from '../../station.ts';
import type { Caller, HandlersOf } from '../handler.ts';

export const importHandlers: HandlersOf<keyof typeof importContract> = {
  'import.look': (station, input) => importPreview(station, input),
  'import.begin': (station, input, caller) => begin(station, input, caller),
  'import.chunk': (station, { importId, index, bytes }) =>
    station.importDesk.chunk(importId, index, Buffer.from(bytes, 'base64')),
  'import.check': (station, { importId }) => station.importDesk.check(importId),
  'import.choose': (station, input) => chooseForRow(station, input),
  'import.choose-all': (station, input) => chooseForAll(station, input),
  'import.run': (station, { importId }) => station.importDesk.run(importId, false),
  'import.cancel': (station, { importId }) => station.importDesk.cancel(importId),
  'import.progress': (station) => {
    const progress = station.importDesk.progress();
    return accept(progress ? { import: progress } : {});
  },
  'import.rows': (station, input) => importRows(station, input),
  'import.error-file': (station, input, { actor }) => {
    const file = importErrorFile(station, input);
    if (file.ok) noteDisclosure(station, actor, { kind: 'refused-rows', people: file.value.listed });
    return file;
  },
  'import.runs': (station) => accept(pastImports(station)),
  'import.day-list': async (station, { day, format, language }, { actor }) => {
    const list = dayList(station, day);
    if (list.entries.length === 0) return refuse('day-empty');
    const bytes =
      format === 'pdf'
        ? await station.pdf.make({ kind: 'day-list', list, language })
        : dayListCsv(list, language);
    noteDisclosure(station, actor, { kind: `day-list-${format}`, people: peopleOn(list) });
    const name = language === 'de' ? 'Tagesliste' : 'Day-list';
    return accept({ fileName: `${name}-${day}.${format}`, bytes: Buffer.from(bytes).toString('base64') });
  },
  'import.export': (station, { format, after }, { actor }) => {
    noteRegisterGivenOut(station, actor, { format, after });
    return accept(exportPeople(station, format, after));
  },
};

function begin(station: Station, input: ChannelInput<'import.begin'>, { actor }: Caller) {
  const { plan, ...file } = input;
  const context = rowContextOf(station);
  if (file.format === 'fhir')
    return station.importDesk.begin({
      ...file,
      actor,
      reader: fhirReader(context),
    });
  const columns = plan?.columns.map((field) => field ?? undefined) ?? [];
  if (!plan || !namesPeople(columns)) return refuse('columns-missing');
  const { productId, ...reading } = plan;
  const csvPlan = { ...reading, columns, ...(productId ? { productId: idOf<ProductId>(productId) } : {}) };
  return station.importDesk.begin({ ...file, actor, reader: csvReader(csvPlan, context) });
}
