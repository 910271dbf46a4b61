import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKeyStoreSigner } from '../../../issuing/keys/key-store-signer.ts';
import { createTrialAuthority, type TrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { testNow, trialSigner } from '../../support/trial-signer.ts';

let trial: TrialAuthority;
let other: TrialAuthority;

beforeAll(async () => {
  trial = (await trialSigner()).authority;
  other = await createTrialAuthority({ now: testNow, randomBytes });
});

describe('a signer whose key lies in the key store of the system', () => {
  it('signs, and asks for the key once', async () => {
    const { signer } = await trialSigner();
    let asked = 0;
    const kept = createKeyStoreSigner(signer.certificate, async () => {
      asked++;
      return Buffer.from(trial.privateKeyPem);
    });
    const data = Buffer.from('data');
    expect(await kept.sign(data)).toEqual(await signer.sign(data));
    await kept.sign(data);
    expect(asked).toBe(1);
  });

  it('tries again after the key store was locked, and refuses a key of another certificate', async () => {
    const { signer } = await trialSigner();
    const answers = [
      Promise.reject(new Error('locked')),
      Promise.resolve(Buffer.from(other.privateKeyPem)),
      Promise.resolve(Buffer.from(trial.privateKeyPem)),
    ];
    const kept = createKeyStoreSigner(
      signer.certificate,
      () => answers.shift() ?? Promise.reject(new Error('empty')),
    );
    await expect(kept.sign(Buffer.from('x'))).rejects.toThrow('locked');
    await expect(kept.sign(Buffer.from('x'))).rejects.toThrow('not the one');
    await expect(kept.sign(Buffer.from('x'))).resolves.toHaveLength(256);
  });
});
