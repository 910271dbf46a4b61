import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventSchemas, olderEventSchemas } from '../../../contracts/events/event-schemas.ts';
import { eventOfLog, faultOfEvent, isKnownKind, parseEvent } from '../../../contracts/events/read-event.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/events');

interface Golden {
  /** As each stands in a log, its personal part opened. */
  readonly data: readonly Record<string, unknown>[];
  /** As what they are read today, where that is not the same. */
  readonly readsAs?: { readonly version: number; readonly data: readonly unknown[] };
}

const golden = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.split('.');
  const content = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Golden;
  return { type, version: Number(version), content };
});

const today = Object.entries(eventSchemas).flatMap(([type, versions]) =>
  Object.entries<z.ZodType>(versions).map(([version, schema]) => ({
    type,
    version: Number(version),
    schema,
  })),
);
const before = Object.entries(olderEventSchemas).flatMap(([type, versions]) =>
  Object.entries(versions).map(([version, { schema }]) => ({ type, version: Number(version), schema })),
);
const schemas = [...today, ...before];

describe('an event of any version that was ever written', () => {
  test.each(golden)('$type $version reads as it was meant', ({ type, version, content }) => {
    for (const [index, data] of content.data.entries()) {
      const expected = { type, version: content.readsAs?.version ?? version };
      const event = { ...expected, data: content.readsAs?.data[index] ?? data };
      expect(eventOfLog({ type, version, data })).toEqual(event);
      expect(parseEvent({ type, version, data })).toEqual({ ok: true, value: event });
      expect(faultOfEvent({ type, version, data })).toBeUndefined();
    }
  });

  test.each(golden)(
    '$type $version has no field beside those of its schema',
    ({ type, version, content }) => {
      for (const data of content.data) {
        const parsed = parseEvent({ type, version, data: { ...data, smuggled: true } });
        expect(parsed).toEqual({ ok: false, refusal: 'data-invalid' });
      }
    },
  );

  test('has a sample for each type and version, and each sample a schema', () => {
    const names = (list: readonly { type: string; version: number }[]) =>
      list.map(({ type, version }) => `${type} ${version}`).sort();
    expect(names(golden)).toEqual(names(schemas));
  });

  test('shows every field of its schema in a sample', () => {
    for (const { type, version, schema } of schemas) {
      if (!(schema instanceof z.ZodObject)) continue;
      const samples = golden.find((each) => each.type === type && each.version === version)?.content.data;
      const seen = new Set(samples?.flatMap((data) => Object.keys(data)));
      expect([type, version, [...seen].sort()]).toEqual([type, version, Object.keys(schema.shape).sort()]);
    }
  });

  test.each(schemas)('$type $version keeps the shape it was written in', ({ schema }) => {
    expect(z.toJSONSchema(schema, { unrepresentable: 'any' })).toMatchSnapshot();
  });

  test.each(golden)('$type $version is taken without its personal part', ({ type, version, content }) => {
    for (const { personal: _, ...data } of content.data)
      expect(parseEvent({ type, version, data }).ok).toBe(true);
  });
});

test.each(golden)(
  '$type $version has no number of a list in it without the key of whom it is about',
  ({ type, version, content }) => {
    for (const { personal: _, ...data } of content.data)
      expect(JSON.stringify(eventOfLog({ type, version, data }, false))).not.toMatch(/externalId|"T-/);
  },
);

describe('an event that this program does not know', () => {
  test.each([
    ['of another type', { type: 'MoonLanded', version: 1, data: {} }],
    ['of a later version', { type: 'PersonErased', version: 99, data: { personId: 'p', why: 'requested' } }],
    ['with the name of something every object has', { type: 'constructor', version: 1, data: {} }],
  ])('%s is neither read nor refused as wrong', (_, stored) => {
    expect(isKnownKind(stored.type, stored.version)).toBe(false);
    expect(eventOfLog(stored)).toBeUndefined();
    expect(parseEvent(stored)).toEqual({ ok: false, refusal: 'kind-unknown' });
    expect(faultOfEvent(stored)).toBeUndefined();
  });
});

test('what is wrong with an event is told without a word of what it says', () => {
  const personal = {
    givenName: 'Kanarienvogel',
    familyName: 'X',
    birthDate: 'Kanarienvogel',
    language: 'de',
  };
  const fault = faultOfEvent({
    type: 'PersonRegistered',
    version: 2,
    data: { personId: 'p', source: 'desk', personal: { details: personal } },
  });
  expect(fault).toMatch(/personal\.details\.birthDate/);
  expect(fault).not.toMatch(/Kanarienvogel/);
});
