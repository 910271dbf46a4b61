import type { PassId } from '../../domain/kernel/ids.ts';
import { bundlePkpasses } from '../../issuing/apple/bundle-pkpasses.ts';
import type { PassSigning } from '../context.ts';
import { presentPassFile } from './present-pass-file.ts';

/**
 * Passes of a family as one .pkpasses file that a phone takes in one step, each as it stands now. Undefined where
 * one of them is not to be handed over or cannot be signed: half a family is no bundle.
 */
export async function presentBundle(
  station: PassSigning,
  passIds: readonly PassId[],
): Promise<Uint8Array | undefined> {
  const files: Uint8Array[] = [];
  for (const passId of new Set(passIds)) {
    const file = await presentPassFile(station, passId);
    if (!file) return undefined;
    files.push(file.bytes);
  }
  const bundle = bundlePkpasses(files);
  return bundle.ok ? bundle.value : undefined;
}

export const bundleFileName = 'Impfpaesse.pkpasses';
