import { makeTrialAccountFile } from '../../issuing/google/simulated/trial-account.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { keepSecret, secretOf } from '../store/secrets.ts';

export function trialAccountFile(db: ReadableDb): Uint8Array | undefined {
  return secretOf(db, 'trial-google-account');
}

export async function makeTrialAccount(db: WritableDb): Promise<Uint8Array> {
  const file = await makeTrialAccountFile();
  keepSecret(db, 'trial-google-account', file);
  return file;
}
