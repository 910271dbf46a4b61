import type { Bilingual } from '../kernel/bilingual.ts';

/** What may be kept of a refused scan. */
export interface RefusedScanFacts {
  readonly via: string;
  readonly refusal: string;
}

export type ScannerAdvice = 'layout' | 'separator' | 'cut-off';

/** So many of one kind are no accident any more. */
const ENOUGH = 3;

/** What the refused scans of late say about the setting of a scanner. Foreign codes alone say nothing. */
export function scannerAdvice(scans: readonly RefusedScanFacts[]): ScannerAdvice[] {
  const typed = scans.filter(({ via }) => via === 'wedge');
  const often = (matches: (refusal: string) => boolean) =>
    typed.filter(({ refusal }) => matches(refusal)).length >= ENOUGH;
  return [
    ...(often(isGarbled) ? ['layout' as const] : []),
    ...(typed.some(({ refusal }) => /separator-(?:lost|missing)$/.test(refusal))
      ? ['separator' as const]
      : []),
    ...(often(isCutOff) ? ['cut-off' as const] : []),
  ];
}

export function adviceSentence(advice: ScannerAdvice): Bilingual {
  return sentences[advice];
}

const sentences: Readonly<Record<ScannerAdvice, Bilingual>> = {
  layout: {
    de: 'Der Scanner tippt vermutlich mit einem anderen Tastaturlayout als dieser Computer. Bitte Testcode 1 scannen.',
    en: 'The scanner probably types with another keyboard layout than this computer. Please scan test code 1.',
  },
  separator: {
    de: 'Der Scanner lässt das Trennzeichen in Codes von Impfstoffen weg. Bitte Testcode 2 scannen.',
    en: 'The scanner leaves out the separator in codes of vaccines. Please scan test code 2.',
  },
  'cut-off': {
    de: 'Codes kommen nicht vollständig an. Bitte den Scanner langsamer einstellen oder auf „HID POS“ umstellen.',
    en: "Codes do not arrive complete. Please set the scanner to a slower speed or to 'HID POS'.",
  },
};

function isGarbled(refusal: string): boolean {
  return ['unknown-code', 'control-characters', 'certificate-characters', 'pass-symbol-foreign'].includes(
    refusal,
  );
}

function isCutOff(refusal: string): boolean {
  return refusal === 'certificate-truncated' || refusal === 'pass-length-wrong';
}
