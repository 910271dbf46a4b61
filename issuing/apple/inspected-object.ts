import { faultOfJson, readLooseJson } from '../../domain/kernel/read-json.ts';
import { jsonObject, textOf } from './check-pass-json.ts';
import type { Report } from './inspection.ts';

/** The object in a file of a pass that is looked at, with everything told that is wrong with its form. */
export function inspectedObject(
  name: string,
  file: Uint8Array,
  report: Report,
): Record<string, unknown> | undefined {
  const isMarked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  const content = isMarked ? file.subarray(3) : file;
  const found = jsonObject(content, readLooseJson);
  if (!found) {
    report('error', { code: 'json-invalid', name });
    return undefined;
  }
  if (isMarked) report('warning', { code: 'json-byte-mark', name });
  const fault = faultOfJson(textOf(content) ?? '');
  if (typeof fault === 'object') report('warning', { code: 'json-name-twice', name, key: fault.twice });
  return found;
}
