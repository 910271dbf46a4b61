import { hash } from 'node:crypto';
import { imageAnswer, imageKept, imagesMissingAnswer } from '../../contracts/sync/template-image-contract.ts';
import { accept, type Result } from '../../domain/kernel/result.ts';
import { imageDigestsOf, type PassTemplate } from '../../domain/passes/pass-template.ts';
import type { EventRow } from '../../ledger/event-row.ts';
import type { Writes } from '../context.ts';
import type { ReadableDb } from '../store/database.ts';
import type { SyncTrouble } from '../store/settings.ts';
import { keepTemplateImage, publishedTemplates, templateImage } from '../store/tables/templates/templates.ts';
import type { HeadquartersClient } from './headquarters-client.ts';

/** So many digests are asked for at once. */
const AT_ONCE = 100;

/**
 * Brings headquarters the images that it has not, of those that these digests name and that are here. Answers how many
 * went; one that headquarters does not take is left out, so that it holds up nothing else.
 */
export async function sendImages(
  { db }: { readonly db: ReadableDb },
  client: HeadquartersClient,
  digests: readonly string[],
  signal?: AbortSignal,
): Promise<Result<number, SyncTrouble>> {
  let sent = 0;
  for (let start = 0; start < digests.length; start += AT_ONCE) {
    const body = { digests: digests.slice(start, start + AT_ONCE) };
    const path = '/sync/v1/template-images/missing';
    const asked = await client.ask(path, imagesMissingAnswer, { body, signal });
    // A headquarters of before knows no images: the events are not held up.
    if (!asked.ok) return asked.refusal === 'refused' ? accept(sent) : asked;
    for (const digest of asked.value.missing) {
      const bytes = templateImage(db, digest);
      if (!bytes) continue;
      const image = { digest, bytes: Buffer.from(bytes).toString('base64url') };
      const kept = await client.ask('/sync/v1/template-images', imageKept, { body: image, signal });
      if (!kept.ok && kept.refusal !== 'refused') return kept;
      if (kept.ok) sent += 1;
    }
  }
  return accept(sent);
}

/** Both ways, for what was published before the station joined, or while it was away. */
export async function exchangeImages(
  station: Pick<Writes, 'db' | 'now'>,
  client: HeadquartersClient,
  signal?: AbortSignal,
): Promise<Result<number, SyncTrouble>> {
  const sent = await sendImages(station, client, imagesOfPublished(station.db), signal);
  return sent.ok ? fetchImages(station, client, signal) : sent;
}

/** Fetches the images of published templates that are not here: another station brought them. Answers how many came. */
export async function fetchImages(
  { db, now }: Pick<Writes, 'db' | 'now'>,
  client: HeadquartersClient,
  signal?: AbortSignal,
): Promise<Result<number, SyncTrouble>> {
  let fetched = 0;
  for (const digest of imagesOfPublished(db).filter((each) => !templateImage(db, each))) {
    const answered = await client.ask(`/sync/v1/template-images/${digest}`, imageAnswer, { signal });
    if (!answered.ok && answered.refusal !== 'refused') return answered;
    if (!answered.ok) continue;
    const bytes = Buffer.from(answered.value.bytes, 'base64url');
    if (hash('sha256', bytes).toUpperCase() !== digest) continue;
    db.transact(() => keepTemplateImage(db, digest, bytes, now()));
    fetched += 1;
  }
  return accept(fetched);
}

/** The digests of all images that published templates name. */
function imagesOfPublished(db: ReadableDb): string[] {
  const templates = publishedTemplates(db).map(({ template }) => JSON.parse(template) as PassTemplate);
  return [...new Set(templates.flatMap(imageDigestsOf))];
}

/** The images that templates among these events name. */
export function imagesIn(rows: readonly Pick<EventRow, 'type' | 'data'>[]): string[] {
  const templates = rows
    .filter(({ type }) => type === 'TemplatePublished')
    .map(({ data }) => (JSON.parse(data) as { readonly template: PassTemplate }).template);
  return [...new Set(templates.flatMap(imageDigestsOf))];
}
