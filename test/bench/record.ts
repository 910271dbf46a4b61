import { missingIn } from '../../domain/vaccination/vaccination-record.ts';
import { createPdfMaker } from '../../main/pdf/pdf-maker.ts';
import { vaccinationRecord } from '../../main/queries/records/vaccination-record.ts';
import { giveDose } from '../support/give-dose.ts';
import { must, openTestStation } from '../support/test-station.ts';
import { median, timeEach } from './issuing/measure.ts';

const PEOPLE_OF_A_DAY = 200;

/** `npm run -s bench -- record [--json]`: how long an Impfbescheinigung takes, one and those of a day, to the bytes. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const opened = await openTestStation();
  const { station } = opened;
  const personId = giveDose(station, 'LOT-1');
  const record = () => must(vaccinationRecord(station, personId));
  const madeAt = station.now();
  const pdf = createPdfMaker();
  const draw = (count: number) => {
    const records = Array.from({ length: count }, record);
    return pdf.make({ kind: 'vaccination-records', paper: { records, language: 'de', madeAt } });
  };
  const [firstMs = 0] = await timeEach(1, () => draw(1));
  await timeEach(5, () => draw(1));
  const each = (await timeEach(60, () => draw(1))).sort((one, other) => one - other);
  const [dayMs = 0] = await timeEach(1, () => draw(PEOPLE_OF_A_DAY));
  const result = {
    firstMs: Math.round(firstMs),
    medianMs: Math.round(median(each)),
    p99Ms: Math.round(each.at(-1) ?? 0),
    dayOf200Ms: Math.round(dayMs),
    missing: missingIn(record()).length,
  };
  await pdf.stop();
  opened.close();
  if (json) console.log(JSON.stringify(result));
  else console.table(result);
}
