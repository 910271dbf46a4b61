import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { TracedDose } from '../../../documents/lot-trace-csv.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { Reads } from '../../context.ts';
import { ordinalFinder } from '../../store/tables/vaccination/doses.ts';
import {
  dosesCorrectedFrom,
  dosesOfLot,
  type TracedRow,
  tracedDetails,
} from '../../store/tables/vaccination/lot-trace.ts';

/** More than a screen shows; the file has everybody. */
const MOST_SHOWN = 200;

/** Who got a lot, the last one first. */
export function traceLot(
  { db }: Pick<Reads, 'db'>,
  lot: string,
  roles: readonly Role[] | undefined,
): ChannelOutput<'stock.trace'> {
  const rows = dosesOfLot(db, lot);
  const ordinalOf = ordinalFinder(db);
  const named = rows.filter((row) => isNamed(row, roles));
  return {
    count: rows.filter(({ voided_at }) => voided_at === null).length,
    correctedAway: dosesCorrectedFrom(db, lot),
    notNamed: rows.length - named.length,
    shown: named.slice(0, MOST_SHOWN).map((row) => {
      const { givenName, familyName, birthDate, phone, email } = tracedDetails(row);
      const contact = phone ?? email;
      return {
        doseId: row.dose_id,
        personId: row.person_id,
        givenName,
        familyName,
        birthDate,
        ...(contact ? { contact } : {}),
        product: productNameOf(row),
        ordinal: ordinalOf(row),
        givenOn: row.given_on,
        isVoided: row.voided_at !== null,
        isElsewhere: row.issuer !== null,
        ...(row.first_lot === null ? {} : { firstLot: row.first_lot }),
      };
    }),
  };
}

/** Everybody who got a lot, for a file: it leaves the house, so it names nobody restricted, whoever asks. */
export function tracedDoses(
  { db }: Pick<Reads, 'db'>,
  lot: string,
): { readonly doses: TracedDose[]; readonly people: number; readonly notNamed: number } {
  const rows = dosesOfLot(db, lot);
  const ordinalOf = ordinalFinder(db);
  const named = rows.filter((row) => isNamed(row, undefined));
  return {
    doses: named.map((row) => ({
      ...tracedDetails(row),
      product: productNameOf(row),
      ordinal: ordinalOf(row),
      givenOn: row.given_on,
      isVoided: row.voided_at !== null,
      isElsewhere: row.issuer !== null,
      ...(row.first_lot === null ? {} : { firstLot: row.first_lot }),
    })),
    people: new Set(named.map(({ person_id }) => person_id)).size,
    notNamed: rows.length - named.length,
  };
}

/** A lot is of one vaccine: that of the series it counts in would send a recall to the wrong people. */
function productNameOf({ issuer, product_name, product_id }: TracedRow): string {
  return (issuer !== null && product_name) || (productOf(product_id)?.name ?? product_id);
}

/** Who was erased, or whose key is not here, has no name any more. */
function isNamed({ status }: TracedRow, roles: readonly Role[] | undefined): boolean {
  return (status === 'registered' || status === 'restricted') && isShownTo(roles, status);
}
