import { hash } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem } from '../../../contracts/api/problem.ts';
import {
  imageAnswer,
  imageBodyBytes,
  imageKept,
  imageParams,
  imageRequest,
  imagesMissingAnswer,
  imagesMissingRequest,
} from '../../../contracts/sync/template-image-contract.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { imageDigestsOf } from '../../../domain/passes/pass-template.ts';
import { imageByteLimit, pngSize } from '../../../issuing/apple/pass-images.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { centreOf } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { imageDigests, keepTemplateImage, templateImages } from '../../store/pass-templates.ts';
import { touchPasses } from '../../store/passes.ts';
import { centreTemplates } from '../passes/centre-templates.ts';
import { authenticate, callerAt } from '../tokens/authenticate.ts';

/** Twelve a version: forty versions with other images each. */
const MOST_IMAGES = 480;

/** Images of templates: stations bring theirs before they tell of the template, and fetch those of others. */
export function imageRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const { databases } = headquarters;
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('onRequest', authenticate(headquarters, 'sync'));

    app.post(
      '/sync/v1/template-images/missing',
      { schema: { body: imagesMissingRequest, response: { 200: imagesMissingAnswer, '4xx': problem } } },
      async (request) => {
        const known = await inCentre(databases.app, callerAt(request).centre, imageDigests);
        return { missing: request.body.digests.filter((digest) => !known.has(digest)) };
      },
    );

    app.post(
      '/sync/v1/template-images',
      {
        bodyLimit: imageBodyBytes,
        schema: { body: imageRequest, response: { 200: imageKept, '4xx': problem } },
      },
      async (request, reply) => {
        const bytes = Buffer.from(request.body.bytes, 'base64url');
        const kept = await keepImage(headquarters, callerAt(request).centre, request.body.digest, bytes);
        return kept.ok ? kept.value : sendProblem(reply, 'refused', { detail: kept.refusal });
      },
    );

    app.get(
      '/sync/v1/template-images/:digest',
      { schema: { params: imageParams, response: { 200: imageAnswer, '4xx': problem } } },
      async (request, reply) => {
        const { digest } = request.params;
        const images = await inCentre(databases.app, callerAt(request).centre, (db) =>
          templateImages(db, [digest]),
        );
        const bytes = images.get(digest);
        if (!bytes) return sendProblem(reply, 'not-found');
        return { bytes: Buffer.from(bytes).toString('base64url') };
      },
    );
  };
}

type ImageRefusal = 'digest-wrong' | 'image-unusable' | 'too-many-images';

async function keepImage(
  { databases, now }: Headquarters,
  centreId: string,
  digest: string,
  bytes: Uint8Array,
): Promise<Result<{ kept: true }, ImageRefusal>> {
  if (hash('sha256', bytes).toUpperCase() !== digest) return refuse('digest-wrong');
  if (bytes.length > imageByteLimit || !pngSize(bytes)) return refuse('image-unusable');
  return inCentre(databases.app, centreId, async (db) => {
    const known = await imageDigests(db);
    if (known.has(digest)) return accept({ kept: true });
    if (known.size >= MOST_IMAGES) return refuse('too-many-images');
    await keepTemplateImage(db, centreId, { digest, bytes, at: now() });
    const centre = await centreOf(db, centreId);
    const { published } = centre ? await centreTemplates(db, centre) : { published: [] };
    // Of a template that was published before: its passes were signed without this image.
    for (const template of published)
      if (imageDigestsOf(template).includes(digest))
        await touchPasses(db, centreId, now(), { templateVersion: template.version });
    return accept({ kept: true });
  });
}
