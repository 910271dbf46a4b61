import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { personalLink } from '../../../headquarters/features/booking/personal-link.ts';
import { issuePass } from '../../../headquarters/features/passes/issue-pass.ts';
import { openPassAuthority } from '../../../headquarters/features/passes/pass-authority.ts';
import { passTokenOf } from '../../../headquarters/features/passes/pass-signing.ts';
import { voidPass } from '../../../headquarters/features/passes/void-pass.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { onceOpened } from '../../../headquarters/once-opened.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { erasedPasses } from '../../../headquarters/store/migrations/0025-erased-passes.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { createTrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { createWalletPhone, type WalletPhone } from '../../../trial/phone/wallet-phone.ts';
import { type SimulatedApns, startSimulatedApns } from '../../../trial/simulated-apns.ts';
import { aHeadquarters, asOwner, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre, anEnrolledStation } from '../../support/headquarters-station.ts';
import { aPerson, must } from '../../support/test-station.ts';

const MINUTES_A_YEAR = 365 * 24 * 60;
const canaries = /Zwiebelkuchen|Xaveria|1944|Comirnaty|Dosis|Dosen/;
let test: TestHeadquarters;
let apns: SimulatedApns;
let follower: ReturnType<typeof startPassFollower>;
let centre: Centre;

beforeAll(async () => {
  const settings = { endpoint: '', alsoTrusted: '' };
  // A certificate that was renewed all the while.
  const long = await createTrialAuthority({ now: testMoment, randomBytes, validDays: 3000 });
  const passFiles = {
    certificate: long.passCertificatePem,
    wwdr: long.wwdrPem,
    privateKeyPem: long.privateKeyPem,
  };
  const passAuthority = onceOpened(() => openPassAuthority({ ...test.headquarters, passFiles }));
  test = await aHeadquarters({ parts: { apns: settings, passAuthority } });
  const authority = await test.headquarters.passAuthority();
  apns = await startSimulatedApns(() => String(authority.files.wwdr));
  Object.assign(settings, { endpoint: apns.endpoint, alsoTrusted: apns.caPem });
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 });
  Object.assign(test.headquarters, { address });
  follower = startPassFollower(test.headquarters);
  centre = (await centreOf(test.headquarters.databases.app, await aCentre(test, 'nord'))) as Centre;
}, 120_000);
afterAll(async () => {
  await follower?.close();
  await apns?.close();
  await test?.close();
});

interface Holder {
  readonly personId: PersonId;
  readonly passId: PassId;
  readonly phone: WalletPhone;
}

/** Somebody with the card in their phone. */
async function aHolder(): Promise<Holder> {
  const details = aPerson({
    givenName: 'Xaveria',
    familyName: 'Zwiebelkuchen',
    birthDate: '1944-04-17' as BirthDate,
  });
  const { personId, passId } = must(
    await bookOnline(test.headquarters, centre, {
      details,
      slotIds: [],
      mayMail: false,
      mayComeUnbooked: true,
      actor: 'citizen',
    }),
  );
  const phone = createWalletPhone({ now: () => test.clock.now });
  must(await phone.add(`${personalLink(test.headquarters, 'nord', personId)}/pass.pkpass`));
  await phone.wake();
  expect(JSON.stringify(phone.cards())).toMatch(canaries);
  return { personId, passId, phone };
}

async function erase(personId: PersonId): Promise<void> {
  const station = await anEnrolledStation(test, 'nord');
  const erased = await test.app.inject({
    method: 'POST',
    url: '/sync/v1/erasures',
    payload: { stream: personId, ask: 'erase' },
    headers: { authorization: `Bearer ${await station.token()}` },
  });
  expect(erased.json()).toMatchObject({ decision: 'erased' });
}

const pushesTo = ({ pushToken }: WalletPhone) =>
  apns.pushes.filter(({ token }) => token === pushToken).length;
const devicesOf = (passId: string) =>
  inCentre(test.headquarters.databases.app, 'nord', (db) =>
    db.selectFrom('wallet_registration').selectAll().where('pass_id', '=', passId).execute(),
  );
const fetchCard = (passId: string, headers: Record<string, string> = {}) =>
  test.headquarters.passAuthority().then(({ passTypeId }) =>
    fetch(`${test.headquarters.address}/wallet/nord/v1/passes/${passTypeId}/${passId}`, {
      headers: { authorization: `ApplePass ${passTokenOf(test.headquarters, 'nord', passId)}`, ...headers },
    }),
  );

it('tells the phone of an erased person once, and the card there is void and says nothing of anybody', async () => {
  const { personId, passId, phone } = await aHolder();
  const notices = phone.notices().length;
  const pushes = pushesTo(phone);
  const received = apns.pushes.length;
  await erase(personId);
  await apns.received(received + 1);
  expect(pushesTo(phone)).toBe(pushes + 1);
  await phone.wake();
  const [card] = phone.cards();
  expect(card).toMatchObject({ serialNumber: passId, isVoided: true, title: 'Impfzentrum nord' });
  expect(card?.barcode).toBeUndefined();
  expect(card?.webService?.token).toBe(passTokenOf(test.headquarters, 'nord', passId));
  expect(JSON.stringify(card)).not.toMatch(canaries);
  // The lock screen says nothing of it.
  expect(phone.notices()).toHaveLength(notices);
  // Nothing is kept of the phone from then on, and taking the card away is no fault.
  expect(await devicesOf(passId)).toEqual([]);
  await phone.remove(passId);
}, 60_000);

it('is blank in a phone that was off for years, in every file of the pass', async () => {
  const { personId, passId, phone } = await aHolder();
  await erase(personId);
  test.clock.now = addMinutes(test.clock.now, 3 * MINUTES_A_YEAR);
  await phone.wake();
  expect(JSON.stringify(phone.cards())).not.toMatch(canaries);
  const answer = await fetchCard(passId);
  expect(answer.status).toBe(200);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = Object.entries(files)
    .filter(([name]) => /json|strings/.test(name))
    .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
  expect(text).toContain('Karte ungültig');
  expect(text).not.toMatch(canaries);
  const since = { 'if-modified-since': answer.headers.get('last-modified') ?? '' };
  expect((await fetchCard(passId, since)).status).toBe(304);
  test.clock.now = addMinutes(test.clock.now, -3 * MINUTES_A_YEAR);
}, 60_000);

it('reaches the card of an older pass, which had been void before', async () => {
  const { personId, passId, phone } = await aHolder();
  const lost = { passId, reason: 'lost', actor: 'desk' } as const;
  must(await voidPass(test.headquarters, 'nord', lost));
  await phone.wake();
  expect(JSON.stringify(phone.cards())).toMatch(/Zwiebelkuchen/);
  const template = standardTemplate(centre.name);
  const again = await inCentre(test.headquarters.databases.app, 'nord', (db) =>
    issuePass(test.headquarters, db, { centre: 'nord', personId, template, actor: 'desk' }),
  );
  expect(again.ok).toBe(true);
  await erase(personId);
  await phone.wake();
  expect(JSON.stringify(phone.cards())).not.toMatch(canaries);
}, 60_000);

it('is told of a card out of a backup that registers after the erasure', async () => {
  const { personId, passId, phone } = await aHolder();
  await erase(personId);
  await phone.wake();
  const { passTypeId } = await test.headquarters.passAuthority();
  const received = apns.pushes.length;
  const registered = await fetch(
    `${test.headquarters.address}/wallet/nord/v1/devices/backup/registrations/${passTypeId}/${passId}`,
    {
      method: 'POST',
      body: JSON.stringify({ pushToken: 'beef01' }),
      headers: {
        'content-type': 'application/json',
        authorization: `ApplePass ${passTokenOf(test.headquarters, 'nord', passId)}`,
      },
    },
  );
  expect(registered.status).toBe(201);
  // The next change of the centre has the follower look.
  await aHolder();
  await inCentre(test.headquarters.databases.app, 'nord', (db) =>
    sql`SELECT pg_notify('fed', 'nord')`.execute(db),
  );
  await apns.received(received + 1);
  expect(apns.pushes.slice(received).map(({ token }) => token)).toEqual(['beef01']);
}, 60_000);

it('makes the cards of those blank who were erased before phones were told', async () => {
  const { personId, passId, phone } = await aHolder();
  await asOwner(test.database.url, async (owner) => {
    await owner.query(`SELECT set_config('headquarters.centre', 'nord', false)`);
    await owner.query(`INSERT INTO erasure (centre_id, stream, destroyed_at) VALUES ('nord', $1, now())`, [
      personId,
    ]);
    await test.headquarters.personKeys.destroy('nord', [personId], test.clock.now);
    await owner.query(`RESET headquarters.centre`);
    await owner.query(erasedPasses.sql({ app: '', keys: '', jobs: '' }));
  });
  await phone.wake();
  expect(JSON.stringify(phone.cards())).not.toMatch(canaries);
  expect((await fetchCard(passId)).status).toBe(200);
}, 60_000);
