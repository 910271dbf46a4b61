import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { bundleLimit } from './inspect-pkpass.ts';
import { zipOf, zipRecord } from './zip-record.ts';

/** The type of a bundle, for mail and web; a single pass is `application/vnd.apple.pkpass`. */
export const bundleMediaType = 'application/vnd.apple.pkpasses';

export type BundleRefusal = 'bundle-empty' | 'bundle-too-large';

/** One .pkpasses file for a family: up to ten signed passes that a phone takes in one step. */
export function bundlePkpasses(passes: readonly Uint8Array[]): Result<Uint8Array, BundleRefusal> {
  if (passes.length === 0) return refuse('bundle-empty');
  if (passes.length > bundleLimit) return refuse('bundle-too-large');
  return accept(zipOf(passes.map((pass, index) => zipRecord(`pass-${index + 1}.pkpass`, pass))));
}
