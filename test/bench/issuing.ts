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
 * signing on this thread against `crypto.sign` on this thread, `ratioToLimitAllCores` pool against pool. `besideSignMs`
 * is what a whole pass costs beside that `crypto.sign`, `besideSignAsKeptMs` one as the outbox keeps it; `…CpuMs` are
 * the same in processor time of all threads, which other work on the machine lengthens less.
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
    for (const order of orders) keep(round, await besideSigning(rig, small, order));
    keep(round, await againstPeer(rig, small, heavy));
    keep(round, await allCores(rig, small));
  }
  const medians = Object.fromEntries([...found].map(([name, values]) => [name, median(values)]));
  const many = await measureMany(rig, small);
  print({ ...medians, ...many, smallBytes: small.bytes, heavyBytes: heavy.bytes }, options.json);
}

/** As many as the outbox takes at once. */
const batch = 16;
const sample = 2 * batch;

/**
 * What a pass costs beside its RSA operation: a difference of a fifth of what it is the difference of. Each turn runs
 * all three on equally many, one right behind the other, and over the turns each comes first, in the middle and last
 * equally often: what runs first finds other caches, and what runs last the garbage of the others. A sample is a
 * multiple of 32 operations, because OpenSSL draws new blinding factors at every 32nd, which takes as long as signing:
 * single operations, and every other batch, would seem to cost nothing of it.
 */
async function besideSigning({ inline, signAlone }: Rig, { issue, issueWhole }: Case, order: Order) {
  const works: Record<Compared, () => unknown> = {
    raw: () => {
      for (let i = 0; i < sample; i++) signAlone();
    },
    kept: async () => {
      for (let i = 0; i < sample; i += batch) await issue(inline, batch);
    },
    whole: async () => {
      for (let i = 0; i < sample; i += batch) await issueWhole(inline, batch);
    },
  };
  const ms = { raw: 0, kept: 0, whole: 0 };
  const cpu = { raw: 0, kept: 0, whole: 0 };
  for (const name of order) {
    const before = process.cpuUsage();
    ms[name] = await timeOf(sample, works[name]);
    const { user, system } = process.cpuUsage(before);
    cpu[name] = (user + system) / 1000 / sample;
  }
  return {
    ratioToLimit: ms.raw / ms.kept,
    besideSignMs: ms.whole - ms.raw,
    besideSignCpuMs: cpu.whole - cpu.raw,
    besideSignAsKeptMs: ms.kept - ms.raw,
    besideSignAsKeptCpuMs: cpu.kept - cpu.raw,
    rawSignMs: ms.raw,
    passMs: ms.whole,
  };
}

type Compared = 'raw' | 'kept' | 'whole';
type Order = readonly Compared[];

const orders: readonly Order[] = [
  ['raw', 'kept', 'whole'],
  ['whole', 'kept', 'raw'],
  ['kept', 'raw', 'whole'],
  ['whole', 'raw', 'kept'],
  ['raw', 'whole', 'kept'],
  ['kept', 'whole', 'raw'],
];

async function againstPeer({ inline }: Rig, small: Case, heavy: Case) {
  const passMs = await timeOf(batch, () => small.issueWhole(inline, batch));
  const peerMs = await timeOf(1, small.issueByPeer);
  const heavyPassMs = await timeOf(batch, () => heavy.issueWhole(inline, batch));
  const peerHeavyMs = await timeOf(1, heavy.issueByPeer);
  const ratios = { ratioToPeer: peerMs / passMs, ratioToPeerHeavy: peerHeavyMs / heavyPassMs };
  return { ...ratios, heavyPassMs, peerMs, peerHeavyMs };
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
