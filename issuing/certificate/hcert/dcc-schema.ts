import { z } from 'zod';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';

const text80 = z.string().max(80);
/** A day, by some issuers with a time behind it. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T.*)?$/);
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T/);
const count = z.int().min(1);
const transliterated = text80.regex(/^[A-Z<]*$/);
const origin = { tg: z.string(), co: z.string().regex(/[A-Z]{1,10}/), is: text80, ci: text80 };

const vaccination = z.looseObject({
  ...origin,
  vp: z.string(),
  mp: z.string(),
  ma: z.string(),
  dn: count,
  sd: count,
  dt: day,
});
const test = z.looseObject({
  ...origin,
  tt: z.string(),
  nm: text80.nullish(),
  ma: z.string().nullish(),
  sc: moment,
  tr: z.string(),
  tc: text80.nullish(),
});
const recovery = z.looseObject({ ...origin, fr: day, df: day, du: day });

const name = z
  .looseObject({
    fn: text80.nullish(),
    fnt: transliterated.nullish(),
    gn: text80.nullish(),
    gnt: transliterated.nullish(),
  })
  .refine(({ fnt, gnt }) => typeof fnt === 'string' || typeof gnt === 'string', 'a name');

const birthDate = /^(?:(?:19|20)\d\d(?:-\d\d){0,2})?$/;
/** Up to version 1.2 the pattern was open at its end, and some issuers wrote a time there. */
const earlyBirthDate = /(?:19|20)\d{2}-\d{2}-\d{2}/;

/**
 * The EU digital COVID certificate 1.0 to 1.3: one group with one entry. A group that is null or empty counts as
 * absent, as several states write it. Codes are not held against the value sets: those grew until the last day.
 */
const dcc = z
  .looseObject({
    ver: z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/),
    nam: name,
    dob: z.string(),
    v: groupOf(vaccination),
    t: groupOf(test),
    r: groupOf(recovery),
  })
  .refine(({ ver, dob }) => birthDate.test(dob) || (/^1\.[0-2]\./.test(ver) && earlyBirthDate.test(dob)))
  .refine(({ v, t, r }) => [v, t, r].filter((group) => group?.length === 1).length === 1);

export type Dcc = z.output<typeof dcc>;
export type DccStatement = 'vaccination' | 'test' | 'recovery';
export type SchemaRefusal = 'schema';

export function validateDcc(json: unknown): Result<Dcc, SchemaRefusal> {
  const parsed = dcc.safeParse(json);
  return parsed.success ? accept(parsed.data) : refuse('schema');
}

const groups = { v: 'vaccination', t: 'test', r: 'recovery' } as const;

/** What a certificate states, also one that the schema refuses. */
export function statementsOf(json: object): DccStatement[] {
  return Object.entries(groups).flatMap(([key, statement]) => {
    const group = (json as Record<string, unknown>)[key];
    return Array.isArray(group) && group.length > 0 ? [statement] : [];
  });
}

function groupOf<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).max(1).nullish();
}
