import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { importSentence } from '../../keys/import-texts.ts';
import type { DocumentSignerFault } from './import-document-signer.ts';

/** Why a signer of vaccination certificates was not taken, and what to do. */
export function documentSignerSentence(fault: DocumentSignerFault): Bilingual {
  switch (fault.code) {
    case 'signer-missing':
      return {
        de: 'In den Dateien ist kein Zertifikat. Bitte die Datei der nationalen Stelle dazu wählen.',
        en: 'The files hold no certificate. Please add the file from the national authority.',
      };
    case 'signer-key-missing':
      return {
        de: 'Der private Schlüssel fehlt. Bitte ihn dazu wählen (PEM) oder einen Export mit Schlüssel (.p12).',
        en: 'The private key is missing. Please add it (PEM), or choose an export with its key (.p12).',
      };
    case 'signer-key-other':
      return {
        de: 'Schlüssel und Zertifikat gehören nicht zusammen.',
        en: 'Key and certificate do not belong together.',
      };
    case 'signer-key-kind':
      return {
        de: 'Der Schlüssel ist keiner vom Typ EC P-256. Nur damit unterschreibt die Station Impfzertifikate.',
        en: 'The key is not of the kind EC P-256, the only one this station signs certificates with.',
      };
    case 'signer-country-missing':
      return {
        de: 'Im Zertifikat steht kein Land. Prüfende Apps brauchen es: bitte ein anderes anfordern.',
        en: 'The certificate names no country. Verifiers need it: please request another one.',
      };
    case 'signer-usage':
      return {
        de: 'Dieses Zertifikat darf keine Impfungen bescheinigen, sondern nur anderes (Tests, Genesungen).',
        en: 'This certificate may not state vaccinations, only other things (tests, recoveries).',
      };
    case 'signer-not-yet-valid':
      return {
        de: `Das Zertifikat gilt erst ab ${fault.from.slice(0, 10)}. Stimmt die Uhr dieses Rechners?`,
        en: `The certificate is valid from ${fault.from.slice(0, 10)} only. Is the clock of this computer right?`,
      };
    case 'signer-expired':
      return {
        de: `Das Zertifikat ist seit ${fault.since.slice(0, 10)} abgelaufen. Bitte ein neues anfordern.`,
        en: `The certificate has been expired since ${fault.since.slice(0, 10)}. Please request a new one.`,
      };
    case 'signer-of-a-trial':
      return {
        de: 'Das Zertifikat ist eines für den Testbetrieb (Land XX). Ein echtes Impfzentrum nimmt es nicht an.',
        en: 'The certificate is one for trials (country XX). A live centre does not take it.',
      };
    default:
      return importSentence(fault);
  }
}
