import type { Scanned, ScanRefusal } from '../../domain/scan/scanned.ts';

/** One answer of the scan command, as JSON. */
export type ScanAnswer =
  | { readonly kind: Scanned['kind'] | 'text'; readonly fields: object }
  | { readonly kind: 'refused'; readonly reason: string; readonly ai?: string; readonly companion?: string };

/** What was scanned as kind and fields, absent fields left out. */
export function answerOf(scanned: Scanned): ScanAnswer {
  switch (scanned.kind) {
    case 'pass': {
      const { passId, doseCount, lastDoseOn, keyId } = scanned.content;
      return { kind: 'pass', fields: { passId, doseCount, lastDoseOn, keyId } };
    }
    case 'ambiguous':
      return { kind: 'ambiguous', fields: { candidates: scanned.candidates.map(answerOf) } };
    default: {
      const { kind, ...fields } = scanned;
      return { kind, fields };
    }
  }
}

export function refusalOf(refusal: Omit<ScanRefusal, 'reason'> & { readonly reason: string }): ScanAnswer {
  return { kind: 'refused', ...refusal };
}
