import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { CertificateRefusalReason } from './certificate-kind.ts';

const sentences: Record<CertificateRefusalReason, Bilingual> = {
  unreadable: {
    de: 'Dieses Zertifikat ist nicht lesbar. Bitte noch einmal scannen.',
    en: 'This certificate cannot be read. Please scan it again.',
  },
  'signature-wrong': {
    de: 'Die Unterschrift ist falsch: Das Zertifikat wurde verändert oder gefälscht.',
    en: 'The signature is wrong: the certificate was changed or forged.',
  },
  'signer-unknown': {
    de: 'Der Aussteller steht nicht auf der Vertrauensliste.',
    en: 'The issuer is not on the trust list.',
  },
  'signer-revoked': {
    de: 'Der Schlüssel des Ausstellers wurde gesperrt.',
    en: "The issuer's key was revoked.",
  },
  'signer-not-allowed': {
    de: 'Dieser Aussteller darf solche Zertifikate nicht unterschreiben.',
    en: 'This issuer may not sign such certificates.',
  },
  'certificate-revoked': {
    de: 'Dieses Zertifikat wurde gesperrt.',
    en: 'This certificate was revoked.',
  },
  'not-yet-valid': {
    de: 'Dieses Zertifikat gilt noch nicht. Stimmt die Uhr dieses Computers?',
    en: 'This certificate is not valid yet. Is the clock of this computer right?',
  },
  expired: {
    de: 'Dieses Zertifikat ist abgelaufen.',
    en: 'This certificate has expired.',
  },
  'expiry-missing': {
    de: 'Dieses Zertifikat sagt nicht, bis wann es gilt. Es zählt deshalb nicht.',
    en: 'This certificate does not say until when it is valid. It therefore does not count.',
  },
  'outside-signer-validity': {
    de: 'Dieses Zertifikat gilt außerhalb der Zeit, in der sein Aussteller unterschreiben durfte. Es zählt deshalb nicht.',
    en: 'This certificate is valid outside the time in which its issuer could sign. It therefore does not count.',
  },
  'trust-list-too-old': {
    de: 'Die Vertrauensliste ist zu alt, um das Zertifikat zu prüfen. Bitte die Liste erneuern.',
    en: 'The trust list is too old to verify the certificate. Please renew the list.',
  },
};

export function certificateSentence(reason: CertificateRefusalReason): Bilingual {
  return sentences[reason];
}
