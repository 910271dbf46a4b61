import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { SignerCertificateFault } from './signer-certificate.ts';

/** Why a certificate cannot sign passes. */
export const certificateTexts: Record<SignerCertificateFault, Bilingual> = {
  'certificate-unreadable': {
    de: 'Das Zertifikat ist nicht lesbar (erwartet wird PEM oder DER).',
    en: 'The certificate cannot be read (PEM or DER is expected).',
  },
  'wwdr-unreadable': {
    de: 'Das Zwischenzertifikat ist nicht lesbar (erwartet wird PEM oder DER).',
    en: 'The intermediate certificate cannot be read (PEM or DER is expected).',
  },
  'not-a-pass-certificate': {
    de: 'Das Zertifikat ist kein Pass-Zertifikat von Apple: Die Erweiterung dafür fehlt.',
    en: 'The certificate is not a pass certificate of Apple: the extension for it is missing.',
  },
  'pass-type-id-missing': {
    de: 'Im Zertifikat steht keine Pass-Typ-ID.',
    en: 'The certificate names no pass type id.',
  },
  'team-id-missing': { de: 'Im Zertifikat steht keine Team-ID.', en: 'The certificate names no team id.' },
  'key-not-rsa': {
    de: 'Der Schlüssel des Zertifikats ist kein RSA-Schlüssel, den Pässe brauchen.',
    en: 'The key of the certificate is not RSA, which passes need.',
  },
  'chain-broken': {
    de: 'Das Zertifikat wurde nicht von dem beigelegten Zwischenzertifikat ausgestellt.',
    en: 'The certificate was not issued by the intermediate certificate that came with it.',
  },
};
