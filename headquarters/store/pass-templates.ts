import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

export interface TemplateEvent {
  readonly id: string;
  readonly version: number;
  readonly data: string;
}

/** What stations published, in the order of their clocks. */
export async function templateEvents(db: CentreDb): Promise<TemplateEvent[]> {
  return db
    .selectFrom('received_event')
    .select(['event_id as id', 'version', 'data'])
    .where('type', '=', 'TemplatePublished')
    .orderBy('hlc')
    .execute();
}

/** Those of the images that are here, by their digests. */
export async function templateImages(
  db: CentreDb,
  digests: readonly string[],
): Promise<Map<string, Uint8Array>> {
  if (digests.length === 0) return new Map();
  const rows = await db
    .selectFrom('template_image')
    .select(['digest', 'bytes'])
    .where('digest', 'in', digests)
    .execute();
  return new Map(rows.map(({ digest, bytes }) => [digest, bytes]));
}

/** The digests of all images that are here. */
export async function imageDigests(db: CentreDb): Promise<Set<string>> {
  const rows = await db.selectFrom('template_image').select('digest').execute();
  return new Set(rows.map(({ digest }) => digest));
}

export async function keepTemplateImage(
  db: CentreDb,
  centre: string,
  image: { readonly digest: string; readonly bytes: Uint8Array; readonly at: Instant },
): Promise<void> {
  await db
    .insertInto('template_image')
    .values({
      centre_id: centre,
      digest: image.digest,
      bytes: Buffer.from(image.bytes),
      added_at: image.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
