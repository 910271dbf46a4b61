import type { BarcodeContent, BarcodeRefusal } from '../passes/barcode.ts';
import type { CertificateTextRefusal } from './certificate-text.ts';
import type { Gs1Code } from './gs1/gs1-code.ts';
import type { Gs1Refusal } from './gs1/gs1-refusal.ts';
import type { NameText } from './name-text.ts';
import type { PpnCode } from './ppn/ppn-code.ts';
import type { PpnRefusal } from './ppn/ppn-refusal.ts';

/** What a scanned or typed text is. Tags and signatures are checked by whoever holds the keys. */
export type Scanned =
  | { readonly kind: 'pass'; readonly content: BarcodeContent & { readonly bytes: Uint8Array } }
  /** EU digital certificate: the whole text, `HC1:` included. */
  | { readonly kind: 'hcert'; readonly text: string }
  /** SMART Health Card: the whole text, `shc:/` included. */
  | { readonly kind: 'shc'; readonly text: string }
  | ({ readonly kind: 'gs1' } & Gs1Code)
  | ({ readonly kind: 'ppn' } & PpnCode)
  | { readonly kind: 'link'; readonly token: string }
  /** The short number of a pass, in its written form. */
  | { readonly kind: 'number'; readonly number: string }
  | ({ readonly kind: 'name' } & NameText)
  /** More than one thing can be meant: somebody must be asked. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Scanned[] };

/** Why a text is none of these. `ai` and `companion` name identifiers of GS1 and IFA codes. */
export interface ScanRefusal {
  readonly reason:
    | 'empty'
    | 'too-long'
    | 'control-characters'
    | 'unknown-code'
    | 'foreign-link'
    | 'not-a-vial-code'
    | 'certificate-foreign'
    | `pass-${BarcodeRefusal}`
    | CertificateTextRefusal
    | `gs1-${Gs1Refusal['reason']}`
    | `ppn-${PpnRefusal['reason']}`;
  readonly ai?: string;
  readonly companion?: string;
}
