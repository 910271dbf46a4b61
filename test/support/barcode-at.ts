import { passFacts } from '../../main/queries/passes/pass-facts.ts';
import type { Station } from '../../main/station.ts';
import { passOf } from '../../main/store/tables/passes/passes.ts';

/** What the barcode on somebody's pass says at the moment. */
export function barcodeAt(station: Station, personId: string): string {
  const pass = passOf(station.db, personId);
  const facts = pass && passFacts(station, pass);
  if (!facts) throw new Error('no pass');
  return facts.barcode;
}
