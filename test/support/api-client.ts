import { unzipSync } from 'fflate';
import { createApiClient } from '../../headquarters/features/tokens/create-api-client.ts';
import { aHeadquarters, type TestHeadquarters } from './headquarters.ts';
import { aCentre, askToken, openOnlineDays } from './headquarters-station.ts';

/** A headquarters with two centres that have places online, and a token of an existing system of each. */
export interface ApiCentres {
  readonly test: TestHeadquarters;
  readonly nord: string;
  readonly sued: string;
}

const scopesOfAll = ['passes', 'appointments', 'scans'];

export async function openApiCentres(options: Parameters<typeof aHeadquarters>[0] = {}): Promise<ApiCentres> {
  const test = await aHeadquarters(options);
  const tokenOf = async (centre: string) => {
    await aCentre(test, centre);
    await openOnlineDays(test, centre, ['2026-11-30', '2026-12-21', '2026-12-22']);
    return aClientToken(test, centre, scopesOfAll);
  };
  return { test, nord: await tokenOf('nord'), sued: await tokenOf('sued') };
}

interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly token?: string;
  readonly key?: string;
}

/** What an existing system does there; it is the one of `nord` if nothing else is said. */
export function apiClient(opened: () => ApiCentres) {
  const { aKey, ask } = asking(opened);
  return {
    aKey,
    ask,
    aToken: (centre: string, scopes = scopesOfAll) => aClientToken(opened().test, centre, scopes),
    freeSlot: async (day: string, token = opened().nord): Promise<string> => {
      const { body } = await ask(`/slots?fromDay=${day}&toDay=${day}`, undefined, { token });
      return body.slots[0].slotId;
    },
    /** What the barcode of a pass says. */
    scanTextOf: async (pass: { links: { appleWallet: string } }): Promise<string> => {
      const json = JSON.parse(await passJsonOf(opened().test, pass));
      return json.barcodes[0].message;
    },
    passJsonOf: (pass: { links: { appleWallet: string } }) => passJsonOf(opened().test, pass),
  };
}

function asking(opened: () => ApiCentres) {
  let keys = 0;
  const aKey = () => {
    keys += 1;
    return `request-${String(keys).padStart(6, '0')}`;
  };
  const ask = async (
    url: string,
    body?: object,
    { method, token = opened().nord, key = aKey() }: Ask = {},
  ) => {
    const answer = await opened().test.app.inject({
      method: method ?? (body ? 'POST' : 'GET'),
      url: `/api/v1${url}`,
      ...(body ? { payload: body } : {}),
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
  };
  return { aKey, ask };
}

async function aClientToken(test: TestHeadquarters, centre: string, scopes: string[]): Promise<string> {
  const { clientId, clientSecret } = await createApiClient(test.headquarters, centre, 'Portal', scopes);
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await askToken(test, { scope: scopes.join(' ') }, { authorization: `Basic ${basic}` });
  return (answer.json() as { access_token: string }).access_token;
}

async function passJsonOf(
  { app }: TestHeadquarters,
  pass: { links: { appleWallet: string } },
): Promise<string> {
  const file = await app.inject(pathOf(pass.links.appleWallet));
  return Buffer.from(unzipSync(file.rawPayload)['pass.json'] ?? []).toString();
}

/** A link of headquarters as it is asked for in there. */
export function pathOf(link: string): string {
  return new URL(link).pathname;
}

/** The form by which an existing system asks for a pass. */
export function passForm(more: object = {}) {
  return {
    person: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12', language: 'de' },
    consent: true,
    ...more,
  };
}
