import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';
import { passFileOf, passOf } from '../../main/store/tables/passes/passes.ts';
import { type AppleLikeAuthority, createAppleLikeAuthority } from './apple-like-authority.ts';
import { asking, type Read } from './asking.ts';
import { openTestStation, type TestStation, temporaryDirectory } from './test-station.ts';

export const liveStartsAt = '2026-11-23T09:00:00.000Z' as Instant;

/** A live centre without a certificate, to which that authority is Apple. */
export function openLiveCentre(apple: AppleLikeAuthority): Promise<TestStation> {
  const parts = { mode: 'live', alsoApple: [apple.fingerprint] } as const;
  return openTestStation(temporaryDirectory(), liveStartsAt, parts);
}

/** For each test of a file a live centre of its own, to which one authority is Apple; and what its site lead does. */
export function eachLiveCentre() {
  let apple: AppleLikeAuthority;
  let opened: TestStation;
  beforeAll(async () => {
    apple = await createAppleLikeAuthority();
  });
  beforeEach(async () => {
    opened = await openLiveCentre(apple);
  });
  afterEach(() => opened.close());
  const live = {
    get apple(): AppleLikeAuthority {
      return apple;
    },
    get opened(): TestStation {
      return opened;
    },
    set opened(next: TestStation) {
      opened = next;
    },
  };
  return { live, ...siteLead(live) };
}

/** What a site lead does to get passes signed. */
function siteLead(live: { readonly opened: TestStation; readonly apple: AppleLikeAuthority }) {
  const { ask, act } = asking(() => live.opened.station);
  /** So many days from now; below zero before now. */
  const days = (count: number) => new Date(epochMsOf(live.opened.clock.now) + count * 86_400_000);
  /** The text of a new request for a certificate. */
  const requested = async (): Promise<string> => {
    const wish = { organisation: 'Impfzentrum Nord', email: 'leitung@nord.example', country: 'DE' };
    const made = await act('wallets.request-certificate', wish);
    const { value } = await ask('wallets.certificate-request', { id: made.value.id });
    expect(value.fileName).toMatch(/\.certSigningRequest$/);
    return value.pem;
  };
  return {
    ask,
    act,
    days,
    requested,
    imported: async (wish: { passTypeId?: string; from?: number; to?: number } = {}): Promise<Read> => {
      const { from = -1, to = 365, ...more } = wish;
      const dates = { notBefore: days(from), notAfter: days(to) };
      const cer = await live.apple.answer(await requested(), { ...more, ...dates });
      const files = [fileOf('pass.cer', cer), fileOf('wwdr.pem', live.apple.wwdrPem)];
      return act('wallets.import-certificate', { files });
    },
    overview: async (): Promise<Read> => (await ask('wallets.overview')).value,
    isSigned: (personId: string): boolean => {
      const { db } = live.opened.station;
      const pass = passOf(db, personId);
      return passFileOf(db, pass?.pass_id ?? '')?.revision === pass?.revision;
    },
  };
}

/** A file as a window sends it. */
export function fileOf(name: string, content: Uint8Array | string) {
  return { name, content: Buffer.from(content).toString('base64') };
}
