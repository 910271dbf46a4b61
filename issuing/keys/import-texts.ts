import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { RequestRefusal } from './certificate-request.ts';
import { certificateTexts } from './certificate-texts.ts';
import type { ImportFault } from './import-certificate.ts';

type FaultOf<Code extends ImportFault['code']> = Extract<ImportFault, { code: Code }>;

/** Why a certificate was not taken, and what to do. */
export function importSentence<Code extends ImportFault['code']>(fault: FaultOf<Code>): Bilingual {
  const make = sentences[fault.code as Code] as (fault: FaultOf<Code>) => Bilingual;
  return make(fault);
}

const sentences: { [Code in ImportFault['code']]: (fault: FaultOf<Code>) => Bilingual } = {
  'file-unreadable': ({ name }) => ({
    de: `${name} ist weder ein Zertifikat noch ein Schlüssel (PEM, DER oder PKCS #12).`,
    en: `${name} is neither a certificate nor a key (PEM, DER or PKCS #12).`,
  }),
  'passphrase-missing': ({ name }) => ({
    de: `${name} ist mit einem Kennwort geschützt. Bitte das Kennwort angeben, das beim Export gewählt wurde.`,
    en: `${name} is protected. Please give the passphrase that was chosen for the export.`,
  }),
  'passphrase-wrong': ({ name }) => ({
    de: `Das Kennwort öffnet ${name} nicht.`,
    en: `The passphrase does not open ${name}.`,
  }),
  'protection-too-costly': ({ name }) => ({
    de: `${name} ist so aufwendig geschützt, dass das Öffnen den Platz aufhielte. Bitte mit der üblichen Verschlüsselung neu exportieren.`,
    en: `${name} is protected so heavily that opening it would hold up the desk. Please export it again with the usual encryption.`,
  }),
  'certificate-missing': () => ({
    de: 'In den Dateien ist kein Pass-Zertifikat. Bitte die Datei von Apple (pass.cer) oder den Export (.p12) wählen.',
    en: 'The files hold no pass certificate. Please choose the file from Apple (pass.cer) or the export (.p12).',
  }),
  'key-missing': () => ({
    de: 'Der private Schlüssel fehlt. Das Zertifikat muss auf dem Rechner eingespielt werden, der es angefordert hat, oder als .p12 mit Schlüssel.',
    en: 'The private key is missing. Import the certificate on the computer that requested it, or as .p12 with its key.',
  }),
  'key-does-not-match': () => ({
    de: 'Schlüssel und Zertifikat gehören nicht zusammen. Wurde das Zertifikat mit einer anderen Anforderung bestellt?',
    en: 'Key and certificate do not belong together. Was the certificate ordered with another request?',
  }),
  'key-too-short': ({ bits }) => ({
    de: `Der Schlüssel hat nur ${bits} Bit. Apple verlangt RSA mit 2048 Bit.`,
    en: `The key has only ${bits} bits. Apple asks for RSA with 2048 bits.`,
  }),
  'certificate-unfit': ({ fault }) => certificateTexts[fault],
  'wwdr-missing': ({ issuer }) => ({
    de: `Das Zwischenzertifikat des Ausstellers «${issuer}» fehlt. Für Pässe stellt Apple mit WWDR G4 aus.`,
    en: `The intermediate certificate of the issuer "${issuer}" is missing. For passes Apple issues with WWDR G4.`,
  }),
  'pass-type-id-other': ({ found, expected }) => ({
    de: `Das Zertifikat ist für ${found}, dieses Impfzentrum verwendet ${expected}. Ein anderer Pass-Typ ersetzt vorhandene Pässe nicht.`,
    en: `The certificate is for ${found}, this centre uses ${expected}. Another pass type does not replace existing passes.`,
  }),
  'team-id-other': ({ found, expected }) => ({
    de: `Das Zertifikat gehört dem Team ${found}, erwartet wird ${expected}.`,
    en: `The certificate belongs to the team ${found}, ${expected} is expected.`,
  }),
  'not-yet-valid': ({ from }) => ({
    de: `Das Zertifikat gilt erst ab ${from.slice(0, 10)}. Stimmt die Uhr dieses Rechners?`,
    en: `The certificate is valid from ${from.slice(0, 10)} only. Is the clock of this computer right?`,
  }),
  expired: ({ since }) => ({
    de: `Das Zertifikat ist seit ${since.slice(0, 10)} abgelaufen. Bitte bei Apple ein neues anfordern.`,
    en: `The certificate has been expired since ${since.slice(0, 10)}. Please request a new one from Apple.`,
  }),
  'trial-authority': () => ({
    de: 'Das Zertifikat stammt von einer Probe-Zertifizierungsstelle. Ein echtes Impfzentrum nimmt es nicht an.',
    en: 'The certificate comes from a trial authority. A live centre does not take it.',
  }),
  'authority-unknown': ({ issuer }) => ({
    de: `Der Aussteller «${issuer}» ist nicht Apple. Kein Telefon nähme solche Pässe an.`,
    en: `The issuer "${issuer}" is not Apple. No phone would take such passes.`,
  }),
  'wwdr-generation-wrong': ({ generation }) => ({
    de: `Das Zertifikat wurde mit Apples Zwischenzertifikat «${generation}» ausgestellt. Pässe brauchen G4: bitte ein neues anfordern.`,
    en: `The certificate was issued by Apple's intermediate "${generation}". Passes need G4: please request a new one.`,
  }),
};

/** Why no key and request were made. */
export const requestTexts: Record<RequestRefusal, Bilingual> = {
  'organisation-missing': {
    de: 'Bitte den Namen der Einrichtung angeben.',
    en: 'Please give the name of the organisation.',
  },
  'email-invalid': { de: 'Bitte eine E-Mail-Adresse angeben.', en: 'Please give an e-mail address.' },
  'country-invalid': {
    de: 'Bitte das Land mit zwei Buchstaben angeben, zum Beispiel DE.',
    en: 'Please give the country in two letters, for instance DE.',
  },
  'passphrase-too-short': {
    de: 'Das Kennwort braucht mindestens 8 Zeichen.',
    en: 'The passphrase needs at least 8 characters.',
  },
};
