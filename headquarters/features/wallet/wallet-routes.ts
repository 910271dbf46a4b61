import { timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Headquarters } from '../../headquarters.ts';
import { centreOf } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { type KeptPass, passOf } from '../../store/passes.ts';
import {
  changedPasses,
  forgetOnlyDevice,
  noteFetched,
  registerDevice,
  unregisterDevice,
} from '../../store/wallet-registrations.ts';
import { passTokenOf, signForPhone } from '../passes/pass-signing.ts';
import { noteInPhone } from './note-in-phone.ts';

const ofPass = z.object({
  centre: z.string().max(40),
  type: z.string().max(200),
  serial: z.string().regex(/^[0-9A-F]{20}$/),
});
const ofDevice = z.object({
  centre: z.string().max(40),
  type: z.string().max(200),
  device: z.string().regex(/^[\w-]{1,200}$/),
});
const registration = z.object({ pushToken: z.string().regex(/^[\w-]{1,200}$/) });
const since = z.object({
  passesUpdatedSince: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
const logs = z.union([
  z.object({ logs: z.array(z.string()) }).transform((body) => body.logs),
  z.array(z.string()),
]);

/** What phones ask: Apple's web service for passes, with the centre in the path. */
export function walletRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const { databases, now, log } = headquarters;
  return async (app) => {
    const base = '/wallet/:centre/v1';
    const registered = `${base}/devices/:device/registrations/:type/:serial`;

    app.post(registered, async (request, reply) => {
      const pass = await provenPass(headquarters, request);
      if (!pass) return refuseToken(reply);
      const device = ofDevice.safeParse(request.params);
      const body = registration.safeParse(request.body);
      if (!device.success || !body.success) return reply.code(400).send();
      const { centre, device: deviceId } = device.data;
      const isNew = await inCentre(databases.app, centre, async (db) => {
        const isAdded = await registerDevice(db, centre, {
          deviceId,
          passId: pass.passId,
          pushToken: body.data.pushToken,
          // A void card may be an older one out of a backup: it is told once more.
          change: pass.isVoided ? 0 : pass.change,
          at: now(),
        });
        if (isAdded) await noteInPhone(headquarters, db, centre, pass);
        return isAdded;
      });
      return reply.code(isNew ? 201 : 200).send();
    });

    app.delete(registered, async (request, reply) => {
      const pass = await provenPass(headquarters, request);
      if (!pass) return refuseToken(reply);
      const device = ofDevice.safeParse(request.params);
      if (!device.success) return reply.code(400).send();
      await inCentre(databases.app, device.data.centre, (db) =>
        unregisterDevice(db, device.data.device, pass.passId),
      );
      return reply.code(200).send();
    });

    // Phones send no token here; the device's own id is what they know.
    app.get(`${base}/devices/:device/registrations/:type`, async (request, reply) => {
      const device = ofDevice.safeParse(request.params);
      const query = since.safeParse(request.query);
      if (!device.success || !query.success) return reply.code(400).send();
      const known = Number(query.data.passesUpdatedSince ?? 0);
      const { centre, device: deviceId } = device.data;
      const { passIds, newest } = await inCentre(databases.app, centre, (db) =>
        changedPasses(db, deviceId, known),
      );
      if (passIds.length === 0) return reply.code(204).send();
      return { serialNumbers: passIds, lastUpdated: String(newest) };
    });

    app.route({
      method: ['GET', 'HEAD'],
      url: `${base}/passes/:type/:serial`,
      handler: (request, reply) => sendPass(headquarters, request, reply),
    });

    app.post(`${base}/log`, async (request, reply) => {
      const lines = logs.safeParse(request.body);
      // What phones write may name a pass: only how much of it there was is noted.
      if (lines.success) log.info({ code: 'wallet-log', lines: lines.data.length });
      return reply.code(200).send();
    });
  };
}

async function sendPass(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const pass = await provenPass(headquarters, request);
  if (!pass) return refuseToken(reply);
  const { centre } = ofPass.parse(request.params);
  const known = Date.parse(request.headers['if-modified-since'] ?? '');
  const { databases } = headquarters;
  await inCentre(databases.app, centre, (db) => noteFetched(db, pass.passId, pass.change));
  if (known >= Date.parse(pass.changedAt)) return reply.code(304).send();
  const signed = await signForPhone(headquarters, centre, pass.passId);
  if (!signed) return refuseToken(reply);
  if (signed.isBlank)
    await inCentre(databases.app, centre, (db) => forgetOnlyDevice(db, pass.passId, pass.change));
  return reply
    .header('last-modified', new Date(signed.pass.changedAt).toUTCString())
    .header('cache-control', 'no-store')
    .type('application/vnd.apple.pkpass')
    .send(Buffer.from(signed.file));
}

/** The pass that the request proves to hold. An unknown one is answered like a wrong token: nobody learns which are. */
async function provenPass(
  headquarters: Headquarters,
  request: FastifyRequest,
): Promise<KeptPass | undefined> {
  const params = ofPass.safeParse(request.params);
  if (!params.success) return undefined;
  const { centre, type, serial } = params.data;
  const given = /^ApplePass (\S{16,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!isSame(given, passTokenOf(headquarters, centre, serial))) return undefined;
  if (type !== (await headquarters.passAuthority()).passTypeId) return undefined;
  const { app } = headquarters.databases;
  return inCentre(app, centre, async (db) => ((await centreOf(db, centre)) ? passOf(db, serial) : undefined));
}

function isSame(given: string, known: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(known)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function refuseToken(reply: FastifyReply): FastifyReply {
  return reply.code(401).header('www-authenticate', 'ApplePass').send();
}
