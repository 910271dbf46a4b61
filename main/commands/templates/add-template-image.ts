import { hash } from 'node:crypto';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { ImageDigests, ImageSlot } from '../../../domain/passes/pass-template.ts';
import type { Writes } from '../../context.ts';
import { type ImageRefusal, prepareTemplateImage } from '../../images/prepare-template-image.ts';
import { keepTemplateImage } from '../../store/tables/templates/templates.ts';

/** Keeps an image in three scales under its digests. No event: a template that names them makes it one. */
export async function addTemplateImage(
  { db, now }: Writes,
  slot: ImageSlot,
  bytes: Uint8Array,
): Promise<Result<{ digests: ImageDigests }, ImageRefusal>> {
  const prepared = await prepareTemplateImage(slot, bytes);
  if (!prepared.ok) return refuse(prepared.refusal);
  const [normal, twice, thrice] = prepared.value;
  const digests: ImageDigests = [digestOf(normal), digestOf(twice), digestOf(thrice)];
  db.transact(() => {
    for (const [index, file] of prepared.value.entries())
      keepTemplateImage(db, digests[index] ?? '', file, now());
  });
  return accept({ digests });
}

function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes).toUpperCase();
}
