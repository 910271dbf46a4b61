import type { PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { bundleMediaType, bundlePkpasses } from '../../issuing/apple/bundle-pkpasses.ts';
import type { Station } from '../station.ts';
import { passFileOf, passOf } from '../store/tables/passes.ts';

export interface PassBundle {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The signed passes of several people as one file that a phone takes in one step, at their newest revision only. */
export function passBundle(
  { db }: Station,
  personIds: readonly PersonId[],
): Result<PassBundle, 'pass-missing' | 'pass-not-signed'> {
  const files: Uint8Array[] = [];
  for (const personId of new Set(personIds)) {
    const pass = passOf(db, personId);
    if (!pass) return refuse('pass-missing');
    const file = passFileOf(db, pass.pass_id);
    if (file?.revision !== pass.revision) return refuse('pass-not-signed');
    files.push(file.bytes);
  }
  const bundle = bundlePkpasses(files);
  if (!bundle.ok) throw new Error(`a bundle of ${files.length} passes was asked for`);
  return accept({ fileName: 'impfpaesse.pkpasses', mediaType: bundleMediaType, bytes: bundle.value });
}
