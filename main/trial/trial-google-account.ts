import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { keepSecret, secretOf } from '../store/secrets.ts';

/** The issuer of the simulated Google; no real one has it. */
export const trialIssuerId = '3388000000000000000';

export function trialAccountFile(db: ReadableDb): Uint8Array | undefined {
  return secretOf(db, 'trial-google-account');
}

/** An account for the simulated Google, in a file like the real one's. Nothing but the simulator knows it. */
export async function makeTrialAccount(db: WritableDb): Promise<Uint8Array> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const file = Buffer.from(
    JSON.stringify({
      type: 'service_account',
      project_id: 'impfpass-trial',
      private_key_id: 'trial',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      client_email: 'trial@impfpass-trial.invalid',
    }),
  );
  keepSecret(db, 'trial-google-account', file);
  return file;
}
