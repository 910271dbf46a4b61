import type { Bilingual } from '../kernel/bilingual.ts';
import { inEach } from '../kernel/bilingual.ts';
import { fieldNames } from './field-names.ts';
import type { ImportField } from './import-fields.ts';
import { sentences } from './row-fault-sentences.ts';

/** Why a row was not taken over, and in which column it lies where it lies in one. */
export interface RowFault {
  readonly reason: RowFaultReason;
  readonly field?: ImportField;
  /** What stands there, shortened. */
  readonly found?: string;
}

export type RowFaultReason = keyof typeof sentences;

export function rowFault(reason: RowFaultReason, field?: ImportField, found?: string): RowFault {
  return {
    reason,
    ...(field ? { field } : {}),
    ...(found === undefined
      ? {}
      : { found: found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found }),
  };
}

const MOST_SHOWN = 40;

/** The fault as one sentence, without the number of the row. */
export function rowFaultSentence({ reason, field, found }: RowFault): Bilingual {
  return inEach((language) => {
    const text = sentences[reason][language];
    const where = field ? `${fieldNames[field][language]}${isPredicate(text) ? ' ' : ': '}` : '';
    const what = found ? (language === 'de' ? ` (dort steht „${found}“)` : ` (it says “${found}”)`) : '';
    const sentence = `${where}${text}${what}.`;
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  });
}

/** `ist kein Datum` goes on from the name of the field; whole clauses stand behind a colon. */
function isPredicate(text: string): boolean {
  return /^(ist|hat|enthält|liegt|sagt|is|has|lies|says|does not say) /.test(text);
}
