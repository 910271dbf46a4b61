import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { vaccinationCertificate } from '../../domain/certificates/vaccination-entry.ts';
import { addMinutes, epochMsOf } from '../../domain/kernel/instant.ts';
import { issueHcert } from '../../issuing/certificate/hcert/issue-hcert.ts';
import { ownTrustList } from '../../issuing/certificate/trust/own-trust-list.ts';
import { parseTrustList } from '../../issuing/certificate/trust/trust-list.ts';
import { verifyCertificate } from '../../issuing/certificate/verify-certificate.ts';
import {
  certificateFacts,
  issuerUrl,
  someTime,
  trialCertificateSigner,
} from '../support/certificate-facts.ts';
import { median, timeEach } from './issuing/measure.ts';

/** HCERT issued and verified, and the ES256 operations of node:crypto alone, by turns in one run. */
export async function run(options: { json: boolean; args: string[] }): Promise<void> {
  const rounds = Number(options.args[0] ?? 12);
  const rig = await makeRig();
  const times: Record<keyof typeof rig, number[]> = { issue: [], sign: [], verify: [], check: [] };
  for (let round = -2; round < rounds; round++)
    for (const name of ['sign', 'issue', 'check', 'verify'] as const) {
      const taken = await timeEach(200, rig[name]);
      if (round >= 0) times[name].push(...taken);
    }
  const perSecond = (name: keyof typeof rig) => 1000 / median(times[name]);
  const result = {
    issuePerSecond: perSecond('issue'),
    verifyPerSecond: perSecond('verify'),
    rawSignPerSecond: perSecond('sign'),
    rawVerifyPerSecond: perSecond('check'),
    issueRatioToRaw: perSecond('issue') / perSecond('sign'),
    verifyRatioToRaw: perSecond('verify') / perSecond('check'),
  };
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const [name, value] of Object.entries(result))
      process.stdout.write(`${name.padEnd(20)} ${value.toFixed(2)}\n`);
}

async function makeRig() {
  const signer = await trialCertificateSigner();
  const trust = parseTrustList(ownTrustList(signer, issuerUrl, someTime));
  const entry = vaccinationCertificate(certificateFacts());
  if (!trust.ok || !entry.ok) throw new Error('The trial organisation cannot issue.');
  const times = { issuedAt: someTime, expiresAt: addMinutes(someTime, 365 * 24 * 60) };
  const issue = () => issueHcert(entry.value, 'XX', times, signer);
  const text = await issue();
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const data = Buffer.alloc(300, 1);
  const signature = sign('sha256', data, keys.privateKey);
  return {
    issue,
    sign: () => sign('sha256', data, keys.privateKey),
    verify: () => verifyCertificate(text, trust.value, epochMsOf(someTime)),
    check: () => verify('sha256', data, keys.publicKey, signature),
  };
}
