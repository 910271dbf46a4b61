import { randomBytes } from 'node:crypto';
import type { EnrolAnswer, EnrolRequest } from '../../../contracts/sync/enrolment-contract.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { bytesToSymbols } from '../../../domain/passes/symbols32.ts';
import { keyFingerprint } from '../../../ledger/key-fingerprint.ts';
import type { Headquarters } from '../../headquarters.ts';
import { presentOf } from '../../present.ts';
import { centreOf } from '../../store/centres.ts';
import { keepCode, useCode } from '../../store/enrolment-codes.ts';
import { inCentre } from '../../store/open-databases.ts';
import { enrolStation } from '../../store/stations.ts';
import { clientIdOf } from '../tokens/client-id.ts';
import { resourceOf } from '../tokens/token-server.ts';

const CODE_BYTES = 5;

/** A code for one station, valid once and for a quarter of an hour. It is shown now and never again. */
export async function issueCode(
  headquarters: Pick<Headquarters, 'databases' | 'key' | 'now' | 'uptime' | 'clock'>,
  centre: string,
  createdBy: string,
): Promise<{ code: string; expiresAt: Instant }> {
  const { databases, key } = headquarters;
  const symbols = bytesToSymbols(randomBytes(CODE_BYTES));
  const code = `${centre.toUpperCase()}-${symbols.slice(0, 4)}-${symbols.slice(4)}`;
  const token = key.tokenOf('link', code);
  const present = await presentOf(headquarters);
  const expiresAt = await inCentre(databases.app, centre, (db) =>
    keepCode(db, centre, { token, createdBy }, present),
  );
  return { code, expiresAt };
}

export type EnrolRefusal = 'code-not-valid' | 'station-known';

/** Takes a station in as waiting: an operator compares the fingerprints and confirms. */
export async function enrol(
  headquarters: Headquarters,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, EnrolRefusal>> {
  const { databases, key, now } = headquarters;
  const centreId = request.code.slice(0, -10).toLowerCase();
  const centre = await centreOf(databases.app, centreId);
  if (!centre) return refuse('code-not-valid');
  const station = {
    id: request.station,
    name: request.name,
    signingKey: Buffer.from(request.signingKey, 'base64url'),
    exchangeKey: Buffer.from(request.exchangeKey, 'base64url'),
    version: request.version,
  };
  const present = await presentOf(headquarters);
  const taken = await inCentre(databases.app, centreId, async (db) => {
    if (!(await useCode(db, key.tokenOf('link', request.code), present))) return 'code-not-valid' as const;
    return (await enrolStation(db, centreId, station, now())) ? undefined : ('station-known' as const);
  });
  return taken ? refuse(taken) : accept(await answerOf(headquarters, centre, station));
}

async function answerOf(
  headquarters: Headquarters,
  centre: { id: string; name: string },
  station: { id: string; signingKey: Uint8Array; exchangeKey: Uint8Array },
): Promise<EnrolAnswer> {
  const { signing, exchange } = await headquarters.serverKeys();
  return {
    centre: centre.id,
    centreName: centre.name,
    station: station.id,
    clientId: clientIdOf({ kind: 'station', centre: centre.id, id: station.id }),
    issuer: headquarters.address,
    tokenEndpoint: `${headquarters.address}/oauth/token`,
    resource: resourceOf(headquarters),
    headquarters: {
      signingKey: Buffer.from(signing.publicKey).toString('base64url'),
      exchangeKey: Buffer.from(exchange.publicKey).toString('base64url'),
    },
    fingerprints: {
      station: keyFingerprint(station.signingKey, station.exchangeKey),
      headquarters: keyFingerprint(signing.publicKey, exchange.publicKey),
    },
  };
}
