import { headquartersPassKey } from '../../../contracts/sync/pull-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PassId, ProductId } from '../../../domain/kernel/ids.ts';
import type { PassCentre, PassFacts } from '../../../domain/passes/pass-facts.ts';
import { seriesFacts } from '../../../domain/passes/series-facts.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { createPassBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import type { BarcodeKeys } from '../../barcode-keys.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { type PassRow, passById } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { type DoseRow, dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { activeProductIds } from '../products/active-products.ts';
import { connectionOf } from '../sync/connection-of.ts';

/** Whether the barcode of a pass tells the doses: not where it lies with somebody who must not know of them. */
export type BarcodeDoses = 'told' | 'untold';

type BarcodeReads = Reads & { readonly barcodeKeys: BarcodeKeys };

/** Everything that the pass says at its present revision; undefined for an unknown pass or an erased person. */
export function passFacts(
  station: BarcodeReads,
  passId: PassId,
  barcodeDoses: BarcodeDoses = 'told',
): PassFacts | undefined {
  const pass = passById(station.db, passId);
  return pass && factsOf(station, pass, barcodeDoses);
}

/** The same of a pass that is at hand; undefined once the person was erased. */
export function factsOf(
  station: BarcodeReads,
  pass: PassRow,
  barcodeDoses: BarcodeDoses = 'told',
): PassFacts | undefined {
  const { db } = station;
  const person = personById(db, pass.person_id);
  if (person?.status !== 'registered') return undefined;
  const dates = appointmentsOf(db, pass.person_id);
  const given = dosesOfSet(db, linkedSetOf(db, pass.person_id)).filter((row) => row.voided_at === null);
  const [first] = activeProductIds(db);
  const barcode = passBarcode(station, pass, person.details, barcodeDoses);
  return {
    passId: pass.pass_id,
    barcode,
    isVoided: pass.status === 'voided',
    person: person.details,
    centre: passCentre(station),
    ...seriesFacts({
      dates: dates.map((row) => ({
        productId: row.product_id,
        day: row.day,
        plannedDose: row.planned_dose,
        startsAt: row.starts_at,
        status: row.status,
      })),
      doses: given.map(shownDose),
      first: first as ProductId,
    }),
    announced: pass.announced ?? undefined,
    ...(pass.message === null ? {} : { message: JSON.parse(pass.message) as Bilingual }),
  };
}

/** What a pass says of the centre that issues it. */
export function passCentre({ settings }: Pick<Reads, 'settings'>): PassCentre {
  return {
    name: settings.centreName,
    timeZone: settings.timeZone,
    street: settings.centreAddress,
    phone: settings.centrePhone,
  };
}

/**
 * The text of the pass barcode: made anew each time from the record and the pass key, never stored. In a connected
 * centre it is tagged with the key that all stations have.
 */
function passBarcode(
  station: BarcodeReads,
  pass: PassRow,
  identity: NonNullable<PassFacts['person']>,
  doses: BarcodeDoses,
): string {
  const wanted = connectionOf(station.db) === 'connected' ? headquartersPassKey : pass.key_id;
  const key = station.barcodeKeys.all.find(({ keyId }) => keyId === wanted) ?? station.barcodeKeys.current;
  const made = createPassBarcode(key, {
    passId: pass.pass_id,
    ...(doses === 'told' ? { doseCount: pass.dose_count, lastDoseOn: pass.last_dose_on ?? undefined } : {}),
    identity,
  });
  if (!made.ok) throw new Error(`the barcode of a pass cannot be made: ${made.refusal}`);
  return made.value;
}

function shownDose(row: DoseRow) {
  return {
    productId: row.product_id,
    ordinal: row.ordinal,
    givenOn: row.given_on,
    productName: row.product_name ?? productOf(row.product_id)?.name ?? row.product_id,
    ...(row.issuer === null ? { lot: row.lot } : { isElsewhere: true }),
    isDayKnown: row.is_day_known === 1,
  };
}
