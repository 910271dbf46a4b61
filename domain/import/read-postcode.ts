import { accept, type Result, refuse } from '../kernel/result.ts';
import { isPostcode, tidyPostcode } from '../people/postcode.ts';
import type { FieldValues } from './import-fields.ts';
import { readCountry } from './read-country.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** The postcode of a row by the form of its country, or why it stays empty. */
export function readPostcode(row: FieldValues): Result<{ readonly postcode?: string }, RowFault> {
  const text = row.get('postcode');
  if (text === undefined) return accept({});
  const named = row.get('country');
  const country = (named === undefined ? undefined : readCountry(named)) ?? 'DE';
  const postcode = country === 'DE' ? tidyPostcode(text) : text;
  if (isPostcode(postcode, country)) return accept({ postcode });
  // Spreadsheets take the zero off `01067`.
  const lacksZero = country === 'DE' && /^\d{4}$/.test(text);
  return refuse(rowFault(lacksZero ? 'postcode-lacks-zero' : 'postcode-unreadable', 'postcode', text));
}
