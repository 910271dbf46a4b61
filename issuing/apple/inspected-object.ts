import { faultOfJson, readLooseJson } from '../../domain/kernel/read-json.ts';
import { jsonObject, textOf } from './check-pass-json.ts';
import type { Report } from './inspection.ts';

/** The object in a file of a pass that is looked at, with everything told that is wrong with its form. */
export function inspectedObject(
  name: string,
  file: Uint8Array,
  report: Report,
): Record<string, unknown> | undefined {
  const found = jsonObject(file, readLooseJson);
  if (!found) {
    report('error', { code: 'json-invalid', name });
    return undefined;
  }
  const fault = faultOfJson(textOf(file) ?? '');
  if (typeof fault === 'object') report('warning', { code: 'json-name-twice', name, key: fault.twice });
  return found;
}
