import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';

/** The account that speaks to Google for this centre. Its key never leaves the encrypted store. */
export interface ServiceAccount {
  readonly mail: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

export type ServiceAccountFault =
  | 'not-a-json-file'
  | 'not-a-service-account'
  | 'oauth-client-file'
  | 'mail-missing'
  | 'key-missing'
  | 'key-unreadable'
  | 'key-not-rsa';

/** Reads the file that the Google Cloud Console hands out for a service account. */
export function readServiceAccount(file: Uint8Array): Result<ServiceAccount, ServiceAccountFault> {
  const json = parsed(file);
  if (!json) return refuse('not-a-json-file');
  if ('installed' in json || 'web' in json || json.type === 'authorized_user')
    return refuse('oauth-client-file');
  if (json.type !== 'service_account') return refuse('not-a-service-account');
  const { client_email: mail, private_key: pem, private_key_id: keyId } = json;
  if (typeof mail !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(mail)) return refuse('mail-missing');
  if (typeof pem !== 'string' || pem === '') return refuse('key-missing');
  const key = readKey(pem);
  if (!key) return refuse('key-unreadable');
  if (key.asymmetricKeyType !== 'rsa') return refuse('key-not-rsa');
  return accept({ mail, key, keyId: typeof keyId === 'string' ? keyId : '' });
}

export const serviceAccountSentences: Readonly<Record<ServiceAccountFault, Bilingual>> = {
  'not-a-json-file': {
    de: 'Das ist keine JSON-Datei. Bitte die Datei wählen, die die Google Cloud Console beim Anlegen des Schlüssels herunterlädt.',
    en: 'This is no JSON file. Please choose the file that the Google Cloud Console downloads when a key is made.',
  },
  'not-a-service-account': {
    de: 'Das ist kein Schlüssel eines Dienstkontos. Bitte in der Google Cloud Console unter Dienstkonten, Schlüssel einen neuen vom Typ JSON anlegen.',
    en: 'This is no key of a service account. Please make a new one of type JSON in the Google Cloud Console under service accounts, keys.',
  },
  'oauth-client-file': {
    de: 'Das ist eine OAuth-Datei für Personen, gebraucht wird der Schlüssel eines Dienstkontos.',
    en: 'This is an OAuth file for people; the key of a service account is needed.',
  },
  'mail-missing': {
    de: 'In der Datei fehlt die Adresse des Dienstkontos (client_email). Bitte die Datei unverändert hochladen.',
    en: 'The file lacks the address of the service account (client_email). Please upload the file unchanged.',
  },
  'key-missing': {
    de: 'In der Datei fehlt der private Schlüssel. Bitte die Datei unverändert hochladen.',
    en: 'The file lacks the private key. Please upload the file unchanged.',
  },
  'key-unreadable': {
    de: 'Der private Schlüssel in der Datei ist beschädigt. Bitte bei Google einen neuen anlegen.',
    en: 'The private key in the file is damaged. Please make a new one at Google.',
  },
  'key-not-rsa': {
    de: 'Der Schlüssel ist kein RSA-Schlüssel, wie Google ihn für Dienstkonten ausgibt.',
    en: 'The key is not an RSA key as Google issues them for service accounts.',
  },
};

function parsed(file: Uint8Array): Record<string, unknown> | undefined {
  const value = readJson(Buffer.from(file).toString('utf8'));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
