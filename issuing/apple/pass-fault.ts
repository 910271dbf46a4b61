import type { VerifyBarcodeRefusal } from '../barcode/pass-barcode.ts';
import type { SignerCertificateFault } from '../keys/signer-certificate.ts';
import type { ImageFault } from './pass-images.ts';
import type { SignatureFault, SignatureProofFault } from './read-signature.ts';
import type { ZipFault } from './zip-reader.ts';

/** Why a pass is not handed over, or not accepted. `code` names the check that failed. */
export type PassFault =
  | ZipFault
  | ImageFault
  | SignatureFault
  | SignatureProofFault
  | { readonly code: 'file-missing'; readonly name: string }
  | { readonly code: 'json-invalid'; readonly name: string }
  | { readonly code: 'manifest-hash-wrong'; readonly name: string }
  | { readonly code: 'file-not-in-manifest'; readonly name: string }
  | { readonly code: 'pass-malformed'; readonly path: string; readonly problem: string }
  | { readonly code: 'certificate-unfit'; readonly fault: SignerCertificateFault }
  | { readonly code: 'wwdr-missing' }
  | { readonly code: 'certificate-not-yet-valid' }
  | { readonly code: 'certificate-expired' }
  | { readonly code: 'certificate-other' }
  | { readonly code: 'pass-type-id-differs'; readonly certificate: string; readonly pass: string }
  | { readonly code: 'team-id-differs'; readonly certificate: string; readonly pass: string }
  | { readonly code: 'serial-number-differs'; readonly pass: string }
  | { readonly code: 'barcode-missing' }
  | { readonly code: 'barcode-wrong'; readonly fault: VerifyBarcodeRefusal };
