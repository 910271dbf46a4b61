import {
  type EnrolAnswer,
  type EnrolRequest,
  enrolAnswer,
  enrolmentCode,
} from '../../contracts/sync/enrolment-contract.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { feedStart } from '../../ledger/feed-head.ts';
import { keyFingerprint } from '../../ledger/key-fingerprint.ts';
import { rawPublicKeyOf } from '../../ledger/raw-keys.ts';
import type { Writes } from '../context.ts';
import type { StationKey } from '../station-key.ts';
import { type HeadquartersLink, keepSetting, settingOf } from '../store/settings.ts';
import { exchangeKeyOf } from './exchange-key.ts';
import { fetchTrusting, readAuthority } from './fetch-trusting.ts';
import { contentOf, reached } from './headquarters-client.ts';
import type { Fetch } from './line.ts';
import { stationVersion } from './station-version.ts';

export type JoinRefusal =
  | 'joined-already'
  | 'address-invalid'
  | 'code-not-valid'
  | 'station-known'
  | 'authority-unreadable'
  | 'headquarters-unreachable'
  | 'headquarters-not-trusted'
  | 'headquarters-not-genuine';

const ANSWER_MS = 20_000;

export interface JoinWish {
  readonly address: string;
  readonly code: string;
  readonly name: string;
  /** PEM of an authority of one's own. */
  readonly authority?: string;
}

type Joining = Pick<Writes, 'db' | 'settings' | 'now'> & { readonly stationKey: StationKey };

/**
 * Asks headquarters to take this station in. Both show both fingerprints then: its operator compares them and confirms,
 * and what was recorded so far is sent from the first event on.
 */
export async function joinHeadquarters(
  { db, settings, stationKey, now }: Joining,
  fetch: Fetch,
  { address, code, name, authority: pem }: JoinWish,
): Promise<Result<HeadquartersLink['fingerprints'], JoinRefusal>> {
  if (settingOf(db, 'headquarters')) return refuse('joined-already');
  const origin = originOf(address);
  if (!origin) return refuse('address-invalid');
  const known = enrolmentCode.safeParse(code);
  if (!known.success) return refuse('code-not-valid');
  const authority = pem === undefined ? undefined : readAuthority(pem);
  if (pem !== undefined && !authority) return refuse('authority-unreadable');
  const own = {
    signing: rawPublicKeyOf(stationKey.publicKey),
    exchange: exchangeKeyOf(db).publicKey,
  };
  const enrolled = await enrol(fetchTrusting(authority, fetch), origin, {
    code: known.data,
    station: settings.station,
    name,
    signingKey: Buffer.from(own.signing).toString('base64url'),
    exchangeKey: Buffer.from(own.exchange).toString('base64url'),
    version: stationVersion,
  });
  if (!enrolled.ok) return enrolled;
  const fingerprints = fingerprintsOf(enrolled.value, own);
  if (!fingerprints || enrolled.value.station !== settings.station) return refuse('headquarters-not-genuine');
  db.transact(() => {
    keepSetting(db, 'headquarters', {
      ...linkOf(enrolled.value),
      address: origin,
      ...(authority ? { authority } : {}),
      fingerprints,
      joinedAt: now(),
      sentUpTo: 0,
      keptApart: 0,
      feedPosition: 0,
      feedHash: feedStart,
    });
    const centre = settingOf(db, 'centre') ?? settings;
    keepSetting(db, 'centre', { ...centre, centreId: enrolled.value.centre });
  });
  return accept(fingerprints);
}

/** Only over TLS, but for one's own computer. */
function originOf(address: string): string | undefined {
  try {
    const url = new URL(address.includes('://') ? address : `https://${address}`);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

async function enrol(
  fetch: Fetch,
  origin: string,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, JoinRefusal>> {
  const answer = await reached(fetch, `${origin}/enrolment/v1/stations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!answer.ok)
    return refuse(answer.refusal === 'not-trusted' ? 'headquarters-not-trusted' : 'headquarters-unreachable');
  const content = await contentOf(answer.value);
  if (answer.value.ok) {
    const read = enrolAnswer.safeParse(content);
    return read.success ? accept(read.data) : refuse('headquarters-not-genuine');
  }
  return refuse(/station-known/.test(JSON.stringify(content ?? '')) ? 'station-known' : 'code-not-valid');
}

/** Both, made here from the keys themselves; undefined where headquarters says something else. */
function fingerprintsOf(
  { headquarters, fingerprints }: EnrolAnswer,
  own: { signing: Uint8Array; exchange: Uint8Array },
): HeadquartersLink['fingerprints'] | undefined {
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const made = {
    station: keyFingerprint(own.signing, own.exchange),
    headquarters: keyFingerprint(bytes(headquarters.signingKey), bytes(headquarters.exchangeKey)),
  };
  const isSame = made.station === fingerprints.station && made.headquarters === fingerprints.headquarters;
  return isSame ? made : undefined;
}

function linkOf({
  centre,
  centreName,
  clientId,
  issuer,
  tokenEndpoint,
  resource,
  headquarters,
}: EnrolAnswer) {
  return { centre, centreName, clientId, issuer, tokenEndpoint, resource, ...headquarters };
}
