import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** The issuer of the simulated Google; no real one has it. */
export const trialIssuerId = '3388000000000000000';

/** An account for the simulated Google, in a file like the real one's. Nothing but the simulator knows it. */
export async function makeTrialAccountFile(): Promise<Uint8Array> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return Buffer.from(
    JSON.stringify({
      type: 'service_account',
      project_id: 'impfpass-trial',
      private_key_id: 'trial',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      client_email: 'trial@impfpass-trial.invalid',
    }),
  );
}
