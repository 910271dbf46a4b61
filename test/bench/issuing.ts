import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { cpus } from 'node:os';
import { unzipSync } from 'fflate';
import { instantOf } from '../../domain/kernel/instant.ts';
import { passContent } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import { compileTemplate } from '../../issuing/apple/compile-template.ts';
import { issuePkpass } from '../../issuing/apple/issue-pkpass.ts';
import { standardAssets } from '../../issuing/apple/pass-images.ts';
import { createFileSigner, createKeySigner, type PassSigner } from '../../issuing/keys/signer.ts';
import { createTrialAuthority } from '../../issuing/keys/trial-authority.ts';
import { aPass, testPassKey } from '../builders/pass-facts.ts';
import { blockedP99Ms, median, throughput, timeEach } from './issuing/measure.ts';
import { noiseThumbnails } from './issuing/noise-images.ts';
import { peerIssuer } from './issuing/peer.ts';

/** Ours, passkit-generator on the same files, and the RSA-2048 operation alone, by turns in one run. */
export async function run(options: { json: boolean; args: string[] }): Promise<void> {
  const rounds = Number(options.args[0] ?? 12);
  const rig = await makeRig();
  const small = await caseOf(rig, 26);
  const heavy = await caseOf(rig, 88);
  const times = { small: [], smallPeer: [], heavy: [], heavyPeer: [], raw: [] } as Record<Name, number[]>;
  const ratios: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const keep = (name: Name, values: number[]) => round >= 0 && times[name].push(...values);
    for (let turn = 0; turn < 4; turn++) {
      const raw = await timeEach(25, rig.signAlone);
      const ours = await timeEach(25, () => small.issue(rig.inline));
      keep('raw', raw);
      keep('small', ours);
      if (round >= 0) ratios.push(median(raw) / median(ours));
    }
    keep('smallPeer', await timeEach(3, small.issueByPeer));
    keep('heavy', await timeEach(40, () => heavy.issue(rig.inline)));
    keep('heavyPeer', await timeEach(3, heavy.issueByPeer));
  }
  const cores = await measureCores(rig, small);
  const many = await measureMany(rig, small);
  const ms = (name: Name) => median(times[name]);
  const result = {
    ratioToPeer: ms('smallPeer') / ms('small'),
    ratioToPeerHeavy: ms('heavyPeer') / ms('heavy'),
    ratioToLimit: median(ratios),
    ...cores,
    ...many,
    smallBytes: small.bytes,
    heavyBytes: heavy.bytes,
    passMs: ms('small'),
    heavyPassMs: ms('heavy'),
    peerMs: ms('smallPeer'),
    peerHeavyMs: ms('heavyPeer'),
    rawSignMs: ms('raw'),
  };
  print(result, options.json);
}

type Name = 'small' | 'smallPeer' | 'heavy' | 'heavyPeer' | 'raw';
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
  return { now, authority, pooled, inline, signAlone };
}

async function caseOf({ now, authority, inline }: Rig, thumbnailPoints: number) {
  const template = standardTemplate('Impfzentrum Musterstadt');
  const assets = new Map([...standardAssets(), ...(await noiseThumbnails(thumbnailPoints))]);
  const compiled = accepted(compileTemplate(template, assets));
  const content = passContent(aPass().facts(), template);
  const options = { now, passKeys: [testPassKey] };
  const issue = async (signer: PassSigner) => accepted(await issuePkpass(compiled, content, signer, options));
  const pass = await issue(inline);
  const { 'manifest.json': _manifest, signature: _signature, ...files } = unzipSync(pass);
  return {
    bytes: pass.length,
    issue,
    issueByPeer: peerIssuer(new Map(Object.entries(files)), authority),
  };
}

const inFlight = 2 * cpus().length;

/** The same work on one thread and with the crypto pool, by turns; and how free the event loop stays meanwhile. */
async function measureCores({ inline, pooled }: Rig, { issue }: Case) {
  const [one, all, blocked]: number[][] = [[], [], []];
  for (let round = 0; round < 5; round++) {
    one?.push(await throughput(400, 1, () => issue(inline)));
    blocked?.push(
      await blockedP99Ms(async () => all?.push(await throughput(800, inFlight, () => issue(pooled)))),
    );
  }
  return {
    ratioTwoCores: median(all ?? []) / median(one ?? []),
    eventLoopBlockedP99Ms: median(blocked ?? []),
    passesPerSecondOneThread: median(one ?? []),
    passesPerSecondAllCores: median(all ?? []),
  };
}

/** As after a change of the template: 10,000 passes in a row, which must not pile up in memory. */
async function measureMany({ pooled }: Rig, { issue }: Case) {
  let highestMb = 0;
  await throughput(2000, inFlight, () => issue(pooled));
  const settledMb = process.memoryUsage().rss / mega;
  const perSecond = await throughput(10_000, inFlight, async () => {
    await issue(pooled);
    highestMb = Math.max(highestMb, process.memoryUsage().rss / mega);
  });
  return { tenThousandSeconds: 10_000 / perSecond, tenThousandGrowthMb: Math.max(0, highestMb - settledMb) };
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
