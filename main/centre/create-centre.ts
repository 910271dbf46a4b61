import { generateKeyPairSync } from 'node:crypto';
import type { WritableDb } from '../store/database.ts';
import { keepSecret } from '../store/secrets.ts';
import { type CentreSettings, keepSetting } from '../store/settings.ts';

const PASS_KEY_BYTES = 32;

export interface NewCentre {
  readonly mode: 'trial' | 'live';
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Makes a new store a centre: its settings, the station's own key and the first pass key. */
export function createCentre(db: WritableDb, { mode, newId, randomBytes }: NewCentre): CentreSettings {
  const settings: CentreSettings = {
    centreId: newId(),
    centreName: mode === 'trial' ? 'Impfzentrum Musterstadt' : 'Impfzentrum',
    centreAddress: mode === 'trial' ? 'Marktplatz 1, 12345 Musterstadt' : '',
    centrePhone: mode === 'trial' ? '030 0000000' : '',
    mode,
    timeZone: 'Europe/Berlin',
    station: newId(),
    epoch: 1,
    passKeyId: 1,
  };
  const { privateKey } = generateKeyPairSync('ed25519');
  db.transact(() => {
    keepSetting(db, 'centre', settings);
    keepSecret(db, 'station-key', privateKey.export({ format: 'der', type: 'pkcs8' }));
    keepSecret(db, `pass-key-${settings.passKeyId}`, randomBytes(PASS_KEY_BYTES));
  });
  return settings;
}
