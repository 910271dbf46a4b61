import { expect, test } from 'vitest';
import { builtPatterns, hostileTextFor, writtenPatterns } from '../support/hostile-patterns.ts';

test('what is looked for is found: patterns whose time grows faster than the text', () => {
  expect(hostileTextFor(/\s+$/)).toBeDefined();
  expect(hostileTextFor(/^(a+)+$/)).toBeDefined();
  expect(hostileTextFor(/^\S+@\S+$/)).toBeDefined();
  expect(hostileTextFor(/^\s+/)).toBeUndefined();
});

test('no pattern of the product takes longer than in proportion to the text, whatever somebody sends', async () => {
  const all = [...writtenPatterns(), ...(await builtPatterns())];
  expect(all.length).toBeGreaterThan(300);
  const hostile = all.flatMap(({ place, pattern }) => {
    const text = hostileTextFor(pattern);
    return text === undefined ? [] : [`${place} ${pattern} ${JSON.stringify(text)}`];
  });
  expect(hostile).toEqual([]);
}, 120_000);
