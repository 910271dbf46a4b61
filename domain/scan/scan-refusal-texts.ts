import type { Bilingual } from '../kernel/bilingual.ts';
import type { BarcodeRefusal } from '../passes/barcode.ts';
import type { Gs1Reason } from './gs1/gs1-refusal.ts';
import type { PpnReason } from './ppn/ppn-refusal.ts';

/** Why a code was of no use, in a few words for a list; a reason that has none is shown as it is. */
export function scanRefusalTexts(refusal: string): Bilingual {
  const whole = wholeReasons[refusal];
  if (whole) return whole;
  const [, family = '', rest = ''] = /^(gs1|ppn|pass)-(.+)$/.exec(refusal) ?? [];
  const what = families[family];
  const why = what && (reasonsOfCodes as Readonly<Record<string, Bilingual>>)[rest];
  if (!what || !why) return { de: refusal, en: refusal };
  return { de: `${what.de}: ${why.de}`, en: `${what.en}: ${why.en}` };
}

const families: Readonly<Record<string, Bilingual>> = {
  gs1: { de: 'Impfstoff (GS1)', en: 'Vaccine (GS1)' },
  ppn: { de: 'Impfstoff (PPN)', en: 'Vaccine (PPN)' },
  pass: { de: 'Pass', en: 'Pass' },
};

const reasonsOfCodes: Readonly<Record<Gs1Reason | PpnReason | BarcodeRefusal, Bilingual>> = {
  'ai-unknown': { de: 'unbekanntes Kennzeichen', en: 'unknown identifier' },
  'ai-repeated': { de: 'ein Kennzeichen doppelt', en: 'an identifier twice' },
  'ai-missing-companion': { de: 'eine Angabe fehlt', en: 'a part is missing' },
  'ai-forbidden-companion': { de: 'Angaben schließen sich aus', en: 'parts exclude each other' },
  'identifier-unknown': { de: 'unbekanntes Kennzeichen', en: 'unknown identifier' },
  'identifier-repeated': { de: 'ein Kennzeichen doppelt', en: 'an identifier twice' },
  'product-missing': { de: 'ohne Produktnummer', en: 'without a product number' },
  'value-missing': { de: 'eine Angabe ist leer', en: 'a part is empty' },
  'value-too-short': { de: 'eine Angabe ist zu kurz', en: 'a part is too short' },
  'value-too-long': { de: 'eine Angabe ist zu lang', en: 'a part is too long' },
  'value-out-of-range': { de: 'eine Zahl passt nicht', en: 'a number is out of range' },
  'character-foreign': { de: 'fremde Zeichen', en: 'foreign characters' },
  'check-digit-wrong': { de: 'Prüfziffer falsch', en: 'wrong check digit' },
  'company-prefix-wrong': { de: 'Herstellernummer falsch', en: 'wrong company number' },
  'date-invalid': { de: 'kein gültiges Datum', en: 'no valid date' },
  'time-invalid': { de: 'keine gültige Uhrzeit', en: 'no valid time' },
  'country-unknown': { de: 'unbekanntes Land', en: 'unknown country' },
  'currency-unknown': { de: 'unbekannte Währung', en: 'unknown currency' },
  'package-type-unknown': { de: 'unbekannte Verpackung', en: 'unknown package' },
  'percent-encoding-wrong': { de: 'falsch verschlüsselte Zeichen', en: 'wrongly encoded characters' },
  'coupon-malformed': { de: 'fehlerhafter Gutschein', en: 'malformed coupon' },
  'separator-lost': { de: 'Trennzeichen verloren', en: 'separator lost' },
  'separator-missing': { de: 'Trennzeichen fehlen', en: 'separators missing' },
  'link-malformed': { de: 'fehlerhafter Link', en: 'malformed link' },
  'length-wrong': { de: 'unvollständig gelesen', en: 'read incompletely' },
  'symbol-foreign': { de: 'fremde Zeichen', en: 'foreign characters' },
  'version-unknown': { de: 'neuere Version', en: 'newer version' },
  'dose-state-malformed': { de: 'Angaben passen nicht zusammen', en: 'parts do not fit together' },
};

const wholeReasons: Readonly<Record<string, Bilingual>> = {
  empty: { de: 'Leer', en: 'Empty' },
  'too-long': { de: 'Zu lang für einen Code', en: 'Too long for a code' },
  'control-characters': { de: 'Steuerzeichen im Code', en: 'Control characters in the code' },
  'unknown-code': { de: 'Kein Code für diese Station', en: 'No code for this station' },
  'foreign-link': { de: 'Fremder Link', en: 'Foreign link' },
  'code-foreign': { de: 'Kein Code für diese Station', en: 'No code for this station' },
  'code-unreadable': { de: 'Nicht lesbar', en: 'Unreadable' },
  'code-ambiguous': { de: 'Zwei Bedeutungen möglich', en: 'Two meanings possible' },
  'vial-code': { de: 'Impfstoff statt Pass', en: 'Vaccine instead of a pass' },
  'nobody-found': { de: 'Niemand gefunden', en: 'Nobody found' },
  'pass-forged': { de: 'Pass: nicht echt', en: 'Pass: not genuine' },
  'pass-key-unknown': { de: 'Pass: hier nicht prüfbar', en: 'Pass: cannot be checked here' },
  'pass-unknown-here': { de: 'Pass: echt, hier unbekannt', en: 'Pass: genuine, unknown here' },
  'pass-voided': { de: 'Pass: gesperrt', en: 'Pass: voided' },
  'certificate-foreign': { de: 'Zertifikat: fremde Art', en: 'Certificate: foreign kind' },
  'certificate-characters': { de: 'Zertifikat: fremde Zeichen', en: 'Certificate: foreign characters' },
  'certificate-truncated': { de: 'Zertifikat: unvollständig gelesen', en: 'Certificate: read incompletely' },
  'health-card-in-parts': {
    de: 'Zertifikat: auf mehrere Codes verteilt',
    en: 'Certificate: split over several codes',
  },
  'certificate-unreadable': { de: 'Zertifikat: nicht lesbar', en: 'Certificate: unreadable' },
  'certificate-signature-wrong': {
    de: 'Zertifikat: Unterschrift falsch',
    en: 'Certificate: wrong signature',
  },
  'certificate-signer-unknown': { de: 'Zertifikat: Aussteller unbekannt', en: 'Certificate: unknown issuer' },
  'certificate-signer-revoked': { de: 'Zertifikat: Aussteller gesperrt', en: 'Certificate: revoked issuer' },
  'certificate-signer-not-allowed': {
    de: 'Zertifikat: Aussteller nicht befugt',
    en: 'Certificate: issuer not entitled',
  },
  'certificate-certificate-revoked': { de: 'Zertifikat: gesperrt', en: 'Certificate: revoked' },
  'certificate-not-yet-valid': { de: 'Zertifikat: gilt noch nicht', en: 'Certificate: not valid yet' },
  'certificate-expired': { de: 'Zertifikat: abgelaufen', en: 'Certificate: expired' },
  'certificate-expiry-missing': {
    de: 'Zertifikat: ohne Gültigkeitsende',
    en: 'Certificate: no end of validity',
  },
  'certificate-outside-signer-validity': {
    de: 'Zertifikat: außerhalb der Zeit des Ausstellers',
    en: "Certificate: outside its issuer's time",
  },
  'certificate-trust-list-too-old': { de: 'Vertrauensliste zu alt', en: 'Trust list too old' },
  'certificate-without-trust-list': { de: 'Keine Vertrauensliste', en: 'No trust list' },
  'certificate-without-dose': { de: 'Zertifikat: keine Impfung', en: 'Certificate: no vaccination' },
  'certificate-dose-ahead': { de: 'Zertifikat: Impfung in der Zukunft', en: 'Certificate: dose dated ahead' },
  'certificate-nobody-open': { de: 'Zertifikat: niemand geöffnet', en: 'Certificate: nobody open' },
};
