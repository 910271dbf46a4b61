import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { unzipSync } from 'fflate';
import { instantOf } from '../../domain/kernel/instant.ts';
import { passContent } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import { compileTemplate } from '../../issuing/apple/compile-template.ts';
import { issuePkpasses } from '../../issuing/apple/issue-pkpass.ts';
import { wholePass } from '../../issuing/apple/pass-file.ts';
import { standardAssets } from '../../issuing/apple/pass-images.ts';
import { signInPool } from '../../issuing/keys/sign-in-pool.ts';
import { createFileSigner, createKeySigner, type PassSigner } from '../../issuing/keys/signer.ts';
import { createTrialAuthority } from '../../issuing/keys/trial-authority.ts';
import { aPass, testPassKey } from '../support/pass-facts.ts';
import { blockedP99Ms, inLanes, median, timeOf } from './issuing/measure.ts';
import { noiseThumbnails } from './issuing/noise-images.ts';
import { peerIssuer } from './issuing/peer.ts';

/**
 * Ours, passkit-generator on the same files, and the RSA-2048 operation alone. Rounds are short and what is
 * compared runs back to back in each of them: a ratio is the median over the rounds, so that other work on the
 * machine hits both sides alike. Passes are made in batches as the outbox makes and keeps them, proved, behind images
 * that are not copied (docs/decisions/0038); against the peer they are put together whole. `ratioToLimit` holds
 * signing on this thread against `crypto.sign` on this thread, `ratioToLimitAllCores` pool against pool.
 */
export async function run(options: { json: boolean; args: string[] }): Promise<void> {
  const rounds = Number(options.args[0] ?? 24);
  const rig = await makeRig();
  const small = await caseOf(rig, 26);
  const heavy = await caseOf(rig, 88);
  const found = new Map<string, number[]>();
  const keep = (round: number, values: Record<string, number>) => {
    if (round < 0) return;
    for (const [name, value] of Object.entries(values)) found.set(name, [...(found.get(name) ?? []), value]);
  };
  for (let round = -6; round < rounds; round++) {
    keep(round, await oneThread(rig, small));
    keep(round, await againstPeer(rig, small, heavy));
    keep(round, await allCores(rig, small));
  }
  const medians = Object.fromEntries([...found].map(([name, values]) => [name, median(values)]));
  const many = await measureMany(rig, small);
  print({ ...medians, ...many, smallBytes: small.bytes, heavyBytes: heavy.bytes }, options.json);
}

/** As many as the outbox takes at once. */
const batch = 16;

async function oneThread({ inline, signAlone }: Rig, { issue }: Case) {
  const ratios: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const rawSignMs = await timeOf(batch, () => {
      for (let i = 0; i < batch; i++) signAlone();
    });
    ratios.push(rawSignMs / (await timeOf(batch, () => issue(inline, batch))));
  }
  return { ratioToLimit: median(ratios) };
}

async function againstPeer({ inline, signAlone }: Rig, small: Case, heavy: Case) {
  const rawSignMs = await timeOf(1, signAlone);
  const passMs = await timeOf(batch, () => small.issueWhole(inline, batch));
  const peerMs = await timeOf(1, small.issueByPeer);
  const heavyPassMs = await timeOf(batch, () => heavy.issueWhole(inline, batch));
  const peerHeavyMs = await timeOf(1, heavy.issueByPeer);
  const ratios = { ratioToPeer: peerMs / passMs, ratioToPeerHeavy: peerHeavyMs / heavyPassMs };
  return { ...ratios, rawSignMs, passMs, heavyPassMs, peerMs, peerHeavyMs };
}

/** Two batches under way: while one is signed in the pool, the other is prepared and proved here. */
async function allCores({ inline, pooled, signAlone, signAloneInPool }: Rig, { issue }: Case) {
  const batches = 12;
  const count = batches * batch;
  const one = await timeOf(count, () => inLanes(batches, 1, () => issue(inline, batch)));
  let all = 0;
  const eventLoopP99Ms = await blockedP99Ms(async () => {
    all = await timeOf(count, () => inLanes(batches, 2, () => issue(pooled, batch)));
  });
  const rawOne = await timeOf(count, () => {
    for (let i = 0; i < count; i++) signAlone();
  });
  const rawAll = await timeOf(count, () => inLanes(count, 2 * batch, signAloneInPool));
  return {
    ratioTwoCores: one / all,
    /** What the second core gives to RSA alone: the most that `ratioTwoCores` can be here. */
    ratioTwoCoresRaw: rawOne / rawAll,
    ratioToLimitAllCores: rawAll / all,
    eventLoopP99Ms,
    passesPerSecondOneThread: 1000 / one,
    passesPerSecondAllCores: 1000 / all,
  };
}

type Rig = Awaited<ReturnType<typeof makeRig>>;
type Case = Awaited<ReturnType<typeof caseOf>>;

async function makeRig() {
  const now = instantOf(Date.now());
  const authority = await createTrialAuthority({ now, randomBytes });
  const pooled = accepted(
    createFileSigner({
      certificate: authority.passCertificatePem,
      wwdr: authority.wwdrPem,
      privateKeyPem: authority.privateKeyPem,
    }),
  );
  const key = createPrivateKey(authority.privateKeyPem);
  const inline = accepted(createKeySigner(key, pooled.certificate, 'inline'));
  const attributes = Buffer.alloc(107);
  const signAlone = () => sign('sha256', attributes, key);
  const signAloneInPool = () => signInPool(attributes, key);
  return { now, authority, pooled, inline, signAlone, signAloneInPool };
}

async function caseOf({ now, authority, inline }: Rig, thumbnailPoints: number) {
  const template = standardTemplate('Impfzentrum Musterstadt');
  const assets = new Map([...standardAssets(), ...(await noiseThumbnails(thumbnailPoints))]);
  const compiled = accepted(compileTemplate(template, assets));
  const content = passContent(aPass().facts(), template);
  const options = { now, passKeys: [testPassKey] };
  const issue = async (signer: PassSigner, count: number) => {
    const contents = Array.from({ length: count }, () => content);
    return (await issuePkpasses(compiled, contents, signer, options)).map(accepted);
  };
  const issueWhole = async (signer: PassSigner, count: number) =>
    (await issue(signer, count)).map((pass) => wholePass(pass));
  const [pass = new Uint8Array()] = await issueWhole(inline, 1);
  const { 'manifest.json': _manifest, signature: _signature, ...files } = unzipSync(pass);
  return {
    bytes: pass.length,
    issue,
    issueWhole,
    issueByPeer: peerIssuer(new Map(Object.entries(files)), authority),
  };
}

/** As after a change of the template: 10,000 passes in a row, which must not pile up in memory. */
async function measureMany({ pooled }: Rig, { issue }: Case) {
  let highestMb = 0;
  await inLanes(100, 2, () => issue(pooled, batch));
  const settledMb = process.memoryUsage().rss / mega;
  const many = 10_000;
  const each = await timeOf(many, () =>
    inLanes(many / batch, 2, async () => {
      await issue(pooled, batch);
      highestMb = Math.max(highestMb, process.memoryUsage().rss / mega);
    }),
  );
  return {
    tenThousandSeconds: (each * many) / 1000,
    tenThousandGrowthMb: Math.max(0, highestMb - settledMb),
  };
}

const mega = 1024 * 1024;

function accepted<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function print(result: Record<string, number>, json: boolean): void {
  const rounded = Object.fromEntries(
    Object.entries(result).map(([name, value]) => [name, Number(value.toPrecision(4))]),
  );
  if (json) process.stdout.write(`${JSON.stringify(rounded)}\n`);
  else
    for (const [name, value] of Object.entries(rounded)) process.stdout.write(`${name.padEnd(28)}${value}\n`);
}
