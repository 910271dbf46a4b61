import type { Result } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';

/** Makes the signed file of a pass. What it answers has been verified; a fault names the check that failed. */
export interface PassIssuing {
  issue(content: PassContent): Promise<Result<Uint8Array, { readonly check: string }>>;
  /** Who vouches for the signatures, PEM: what an independent verifier needs. */
  readonly authorityPem: string;
}
