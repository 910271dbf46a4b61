import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type PatientResource, patientSchema } from './resource-schemas.ts';

/**
 * A resource without what says nothing: programs write `null` for what they do not know, also as an item of a list.
 * `value`: what was read of JSON, no deeper than `readJson` lets it be.
 */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(said.map(([name, each]) => [name, withoutNulls(each)]));
}

interface ReadPatient {
  readonly patient: PatientResource;
  /** Where parts that nobody needs are built wrongly: they are left out. */
  readonly leftOut: readonly string[];
}

/** What a person can be taken without. Who they are, and whether they live and are meant, is never left out. */
const optional: ReadonlySet<PropertyKey> = new Set([
  'identifier',
  'telecom',
  'gender',
  'address',
  'communication',
]);

/** A Patient; refused with the place where what must be read is built wrongly. */
export function readPatientResource(resource: unknown): Result<ReadPatient, string> {
  const parsed = patientSchema.safeParse(resource);
  if (parsed.success) return accept({ patient: parsed.data, leftOut: [] });
  const paths = parsed.error.issues.map(({ path }) => path);
  const needed = paths.find(([part = '']) => !optional.has(part));
  if (needed || typeof resource !== 'object' || resource === null)
    return refuse((needed ?? []).map(String).join('.'));
  const kept = Object.entries(resource).flatMap(([part, value]): [string, unknown][] => {
    const wrong = paths.filter(([first]) => first === part);
    if (wrong.length === 0) return [[part, value]];
    if (!Array.isArray(value)) return [];
    return [[part, value.filter((_, at) => wrong.every(([, index]) => index !== at))]];
  });
  const again = patientSchema.safeParse(Object.fromEntries(kept));
  const leftOut = paths.map((path) => path.map(String).join('.'));
  return again.success ? accept({ patient: again.data, leftOut }) : refuse(leftOut[0] ?? '');
}
