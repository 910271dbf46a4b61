import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { anOperator, type Operator } from '../../support/operator.ts';

const KIB = 1024;
let test: TestHeadquarters;
let operator: Operator;
beforeAll(async () => {
  test = await aHeadquarters();
  await aCentre(test, 'nord');
  await openOnlineDays(test, 'nord', ['2026-11-24'], 9);
  operator = await anOperator(test);
});
afterAll(() => test.close());

const open = [
  '/book/nord',
  '/book/nord/born',
  '/console/sign-in',
  '/console/first',
  '/oauth/token',
  '/wallet/nord/v1/log',
  '/enrolment/v1/stations',
  '/my/nord/x.00000000000000000000000000000000/move',
];
const signedIn = [
  '/console/centres',
  '/console/centres/nord/codes',
  '/console/centres/nord/slots',
  '/console/centres/nord/clients',
  '/console/centres/nord/webhooks',
  '/console/centres/nord/messages',
  '/console/centres/nord/google',
];
const fields = ['name', 'password', 'email', 'id', 'birthDate', 'givenName', 'url', 'day', 'text', 'token'];

/** Bodies that nobody means, each as long as a form may be. */
const bodies: readonly [string, string][] = [
  ['long values', fields.map((name) => `${name}=${'a'.repeat(6 * KIB)}`).join('&')],
  [
    'spaces and signs that patterns go back over',
    fields.map((name) => `${name}=${'+-.@'.repeat(KIB)}%01`).join('&'),
  ],
  [
    'twenty thousand fields',
    Array.from({ length: 20_000 }, (_, at) => `${at.toString(36)}=`)
      .join('&')
      .slice(0, 63 * KIB),
  ],
  ['one field again and again', 'name=a&'.repeat(9_000)],
  [
    'names of what every object has',
    '__proto__=1&constructor=1&toString=1&hasOwnProperty=1&__proto__[name]=1',
  ],
  ['letters that are none', fields.map((name) => `${name}=%FF%FE%00%ED%A0%80`).join('&')],
  ['nothing', ''],
];

async function answers(send: () => Promise<{ statusCode: number }>): Promise<void> {
  const began = performance.now();
  const { statusCode } = await send();
  expect(statusCode).toBeLessThan(500);
  expect(performance.now() - began).toBeLessThan(2_000);
}

describe('forms of headquarters', () => {
  it.each(bodies)('with %s are answered in time, and never with a fault of ours', async (_what, payload) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const url of open) await answers(() => test.app.inject({ method: 'POST', url, payload, headers }));
    const form = Object.fromEntries(new URLSearchParams(payload).entries());
    for (const url of signedIn) await answers(() => operator.post(url, form));
  });

  it('that are longer than a form are refused before they are read', async () => {
    for (const url of open.slice(0, 4)) {
      const answer = await test.app.inject({
        method: 'POST',
        url,
        payload: `name=${'a'.repeat(65 * KIB)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect([url, answer.statusCode]).toEqual([url, 413]);
    }
  });
});

describe('what stands behind the question mark', () => {
  const queries = [
    `lang=${'a'.repeat(8 * KIB)}`,
    'lang=de&'.repeat(1_500),
    `token=${'%25'.repeat(2 * KIB)}`,
    'from=9999999999999999999&to=-1&limit=1e308&day=2026-13-45',
    '__proto__[x]=1&constructor=1',
    '%FF%00=%ED%A0%80',
  ];
  it.each(['/book/nord', '/console/first', '/console/sign-in', '/api/v1/slots', '/sync/v1/feed'])(
    'of %s is taken for what it is, or refused',
    async (url) => {
      for (const query of queries) await answers(() => test.app.inject({ url: `${url}?${query}` }));
    },
  );
});

it('a list of half a million items is refused before each of them is told to be wrong', async () => {
  const payload = `{"logs":[${'1,'.repeat(500_000)}1]}`;
  const headers = { 'content-type': 'application/json' };
  for (const url of ['/wallet/nord/v1/log', '/enrolment/v1/stations', '/api/v1/passes'])
    await answers(() => test.app.inject({ method: 'POST', url, payload, headers }));
});
