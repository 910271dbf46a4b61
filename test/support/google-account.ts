import { generateKeyPairSync } from 'node:crypto';
import { readServiceAccount, type ServiceAccount } from '../../issuing/google/service-account.ts';

export const testIssuerId = '3388000000012345678';
export const testMail = 'station@impfzentrum-test.iam.gserviceaccount.com';

let made: { file: Uint8Array; account: ServiceAccount } | undefined;

/** One service account for a whole test file, as the Google Cloud Console hands it out. */
export function testGoogleAccount(): { file: Uint8Array; account: ServiceAccount } {
  made ??= makeAccount(testMail);
  return made;
}

export function makeAccount(mail: string): { file: Uint8Array; account: ServiceAccount } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file = Buffer.from(
    JSON.stringify({
      type: 'service_account',
      project_id: 'impfzentrum-test',
      private_key_id: '0123456789abcdef0123456789abcdef01234567',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      client_email: mail,
      token_uri: 'https://oauth2.googleapis.com/token',
    }),
  );
  const account = readServiceAccount(file);
  if (!account.ok) throw new Error(account.refusal);
  return { file, account: account.value };
}
