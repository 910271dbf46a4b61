import { expect, test } from 'vitest';
import { scanRefusalTexts } from '../../../../domain/scan/scan-refusal-texts.ts';

test.each([
  ['gs1-separator-lost', 'Impfstoff (GS1): Trennzeichen verloren', 'Vaccine (GS1): separator lost'],
  ['ppn-check-digit-wrong', 'Impfstoff (PPN): Prüfziffer falsch', 'Vaccine (PPN): wrong check digit'],
  ['pass-length-wrong', 'Pass: unvollständig gelesen', 'Pass: read incompletely'],
  ['pass-forged', 'Pass: nicht echt', 'Pass: not genuine'],
  ['certificate-expired', 'Zertifikat: abgelaufen', 'Certificate: expired'],
  ['certificate-expiry-missing', 'Zertifikat: ohne Gültigkeitsende', 'Certificate: no end of validity'],
  ['something-new', 'something-new', 'something-new'],
])('%s is told in both languages', (refusal, de, en) => {
  expect(scanRefusalTexts(refusal)).toEqual({ de, en });
});
