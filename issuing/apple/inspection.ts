import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { AuthorityKind } from '../keys/pass-certificate.ts';
import type { PassFault, PassRemark } from './pass-fault.ts';

export interface InspectOptions {
  readonly now: Instant;
  /** With keys the barcode's tag is checked too. */
  readonly passKeys?: readonly PassKey[];
  /** What a desk of this centre expects; left out, the pass is only held against its own certificate. */
  readonly passTypeId?: string;
  readonly teamId?: string;
}

/** One thing found. Errors keep the pass off phones (or make it a forgery), warnings spoil it, notes inform. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: (PassFault | PassRemark)['code'];
  readonly sentence: Bilingual;
  /** Within a bundle: the pass it is about. */
  readonly within?: string;
}

export interface Inspection {
  readonly verdict: 'good' | 'doubtful' | 'broken';
  readonly findings: readonly Finding[];
  /** What could be read, whatever is wrong with it. */
  readonly summary: PassSummary;
}

export interface PassSummary {
  readonly serialNumber?: string;
  readonly passTypeId?: string;
  readonly teamId?: string;
  readonly organisation?: string;
  readonly signature?: SignatureReport;
  /** Names of the passes in a bundle. */
  readonly bundle?: readonly string[];
}

export type Report = (severity: Finding['severity'], fault: PassFault | PassRemark) => void;

/** Who signed, as far as it could be read; not necessarily true. */
export interface SignatureReport {
  readonly passTypeId?: string;
  readonly teamId?: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly signedAt?: Instant;
  readonly authority: AuthorityKind;
}
