import type { VerifyBarcodeRefusal } from '../barcode/pass-barcode.ts';
import type { SignerCertificateFault } from '../keys/signer-certificate.ts';
import type { ImageFault } from './pass-images.ts';
import type { SignatureFault, SignatureProofFault } from './read-signature.ts';
import type { SchemaFault } from './schema-fault.ts';
import type { ZipFault } from './zip-reader.ts';

/** Why a pass is not handed over, or not accepted. `code` names the check that failed. */
export type PassFault =
  | ZipFault
  | ImageFault
  | SignatureFault
  | SignatureProofFault
  | SchemaFault
  | { readonly code: 'file-missing'; readonly name: string }
  | { readonly code: 'json-invalid'; readonly name: string }
  | { readonly code: 'manifest-hash-wrong'; readonly name: string }
  | { readonly code: 'file-not-in-manifest'; readonly name: string }
  | { readonly code: 'certificate-unfit'; readonly fault: SignerCertificateFault }
  | { readonly code: 'wwdr-missing' }
  | { readonly code: 'certificate-not-yet-valid' }
  | { readonly code: 'certificate-expired' }
  | { readonly code: 'certificate-other' }
  | { readonly code: 'pass-type-id-differs'; readonly certificate: string; readonly pass: string }
  | { readonly code: 'team-id-differs'; readonly certificate: string; readonly pass: string }
  | { readonly code: 'serial-number-differs'; readonly pass: string }
  | { readonly code: 'barcode-missing' }
  | { readonly code: 'barcode-unexpected' }
  | { readonly code: 'barcode-wrong'; readonly fault: VerifyBarcodeRefusal };

/** What an inspection tells beyond the faults: things that phones forgive, or that one should know. */
export type PassRemark =
  | { readonly code: 'wwdr-generation-wrong'; readonly generation: string }
  | { readonly code: 'wwdr-former' }
  | { readonly code: 'authority-trial' }
  | { readonly code: 'authority-unknown'; readonly issuer: string }
  | { readonly code: 'digest-weak'; readonly digest: string }
  | { readonly code: 'style-missing' }
  | { readonly code: 'style-several'; readonly styles: string }
  | { readonly code: 'field-key-twice'; readonly key: string }
  | { readonly code: 'json-name-twice'; readonly name: string; readonly key: string }
  | { readonly code: 'bundle-within-bundle' }
  | {
      readonly code: 'too-many-fields';
      readonly place: string;
      readonly count: number;
      readonly limit: number;
    }
  | { readonly code: 'announced-several'; readonly keys: string }
  | { readonly code: 'barcode-old-form' }
  | { readonly code: 'barcode-not-checked' }
  | { readonly code: 'barcode-text-not-encodable'; readonly encoding: string; readonly characters: string }
  | { readonly code: 'barcode-encoding-unknown'; readonly encoding: string }
  | { readonly code: 'relevant-date-old-form' }
  | { readonly code: 'web-service-not-https' }
  | { readonly code: 'web-service-slash'; readonly url: string }
  | { readonly code: 'web-service-path-wrong'; readonly url: string }
  | { readonly code: 'pass-expired'; readonly at: string }
  | { readonly code: 'pass-voided' }
  | { readonly code: 'image-scale-missing'; readonly name: string }
  | { readonly code: 'file-unknown'; readonly name: string }
  | { readonly code: 'strings-unreadable'; readonly name: string }
  | { readonly code: 'strings-not-read'; readonly name: string }
  | { readonly code: 'json-byte-mark'; readonly name: string }
  | {
      readonly code: 'translation-missing';
      readonly name: string;
      readonly key: string;
      readonly count: number;
    }
  | { readonly code: 'manifest-lists-itself'; readonly name: string }
  | { readonly code: 'bundle-too-large'; readonly count: number };
