import { inspectPkpass } from '../../issuing/apple/inspect-pkpass.ts';
import { testPassKey } from './pass-facts.ts';
import { testNow } from './trial-signer.ts';

export const inspectionOptions = { now: testNow, passKeys: [testPassKey] };

/** What an inspection finds wrong, by code; its notes are left out. */
export function codesOf(bytes: Uint8Array, more: object = {}): string[] {
  return inspectPkpass(bytes, { ...inspectionOptions, ...more })
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ code }) => code);
}

export const textFile = (text: string) => new Uint8Array(Buffer.from(text));
