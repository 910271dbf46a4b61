import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTooDeep } from '../../../domain/kernel/is-too-deep.ts';
import { faultOfJson, readJson } from '../../../domain/kernel/read-json.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value };
  return value;
};

/** What fast-querystring answers: its fields inherit from an object that inherits from nothing. */
const formOf = (fields: object): unknown => Object.assign(Object.create(Object.create(null)), fields);

describe('a value from outside', () => {
  test.each([
    ['a text', 'x'],
    ['nothing', undefined],
    ['64 levels', nested(64)],
    ['a form, as the server reads it', formOf({ givenName: 'Erika' })],
    ['a wide list of bytes and texts', [new Uint8Array(9), Array.from({ length: 100_000 }, () => 'x')]],
  ])('of %s may be read', (_, value) => {
    expect(isTooDeep(value)).toBe(false);
  });

  test.each([
    ['65 levels', nested(65)],
    ['5,000 levels', nested(5_000)],
    ['a million levels', nested(1_000_000)],
    ['a map', { value: new Map() }],
  ])('of %s is too deep', (_, value) => {
    expect(isTooDeep(value)).toBe(true);
  });

  test('that holds itself, or shares itself in doubles, is too deep and soon told so', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    let doubles: unknown = 'x';
    for (let level = 0; level < 60; level++) doubles = [doubles, doubles];
    const before = performance.now();
    expect(isTooDeep(loop)).toBe(true);
    expect(isTooDeep(doubles)).toBe(true);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('as JSON is read where it is some, and not where it is torn or nests without end', () => {
    expect(readJson('{"a":[1]}')).toEqual({ a: [1] });
    expect(readJson('{"a":')).toBeUndefined();
    const wide = Array.from({ length: 100 }, () => ({ text: '[{"\\'.repeat(100) }));
    expect(readJson(JSON.stringify(wide))).toEqual(wide);
    expect(readJson('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
  });
});

describe('a JSON text that says one thing twice', () => {
  test.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"b":[{"a":1},{"a":2,"c":{},"a":3}]}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"":1,"":2}', ''],
    ['{"a":"}{,\\"","b":[],"a":[]}', 'a'],
    ['{"a":{"x":1,"x":2}', 'x'],
  ])('%s is not read', (text, twice) => {
    expect(faultOfJson(text)).toEqual({ twice });
    expect(readJson(text)).toBeUndefined();
  });

  test.each([
    '[{"a":1},{"a":1}]',
    '{"a":{"a":{"a":1}}}',
    '{"a":"a","b":"a"}',
    '["a","a"]',
    '{"a":["a","a"],"b":{"a":1}}',
    '{"a:b":"c:d","__proto__":{"a":null},"\\\\":":"}',
  ])('%s says nothing twice', (text) => {
    expect(readJson(text)).toEqual(JSON.parse(text));
  });

  test('is told from every other JSON: what a program writes is read as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('is found wherever it stands in what a program writes', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.string(),
        fc.jsonValue({ maxDepth: 2 }),
        (value, name, more) => {
          const [key, inner, other] = [name, value, more].map((each) => JSON.stringify(each));
          const text = `[{"list":[${inner}],"one":{${key}:${inner},${key}:${other}}}]`;
          expect(faultOfJson(text)).toBeDefined();
          expect(readJson(text)).toBeUndefined();
        },
      ),
    );
  });

  test('of eight megabytes is told within a second', () => {
    const wide = JSON.stringify(
      Array.from({ length: 100_000 }, (_, id) => ({ id, name: 'x'.repeat(50), more: {} })),
    );
    const before = performance.now();
    expect(faultOfJson(wide)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
