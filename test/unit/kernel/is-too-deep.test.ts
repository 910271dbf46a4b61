import { describe, expect, test } from 'vitest';
import { isTooDeep } from '../../../domain/kernel/is-too-deep.ts';
import { readJson } from '../../../domain/kernel/read-json.ts';

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
