import { expect, test } from 'vitest';
import { texts } from '../../renderer/i18n/texts.ts';
import { areas } from '../../renderer/screens/areas.ts';

test('no two areas have the same id, and all have a name in both languages', () => {
  const ids = areas.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { name } of areas) expect(name.de && name.en).toBeTruthy();
});

test('a text and the sentence of a refusal are stated once: none takes the place of another', () => {
  const stated: readonly { texts: object; refusals?: { de: object } }[] = areas;
  const keys = stated.flatMap((area) => Object.keys(area.texts));
  expect(keys).toEqual([...new Set(keys)]);
  const reasons = stated.flatMap(({ refusals }) => Object.keys(refusals?.de ?? {}));
  expect(reasons).toEqual([...new Set(reasons)]);
});

test('every text names its values as {name}, and the same ones in both languages', () => {
  const [german, english] = [placesIn(texts.de), placesIn(texts.en)];
  expect(german.size).toBeGreaterThan(100);
  for (const [key, places] of german) expect([key, english.get(key)]).toEqual([key, places]);
});

/** The names in braces of each text that has any; what is in braces and no name fails. */
function placesIn(tree: object, path = ''): Map<string, string[]> {
  const places = Object.entries(tree).flatMap(([key, text]): [string, string[]][] => {
    if (typeof text === 'object') return [...placesIn(text, `${path}${key}.`)];
    const named = String(text).match(/\{[^}]*\}*/g) ?? [];
    for (const place of named) expect(place, `${path}${key}`).toMatch(/^\{\w+(, number)?\}$/);
    return named.length > 0 ? [[`${path}${key}`, [...new Set(named)].sort()]] : [];
  });
  return new Map(places);
}

test('what an area states is among the texts of both languages', () => {
  expect(texts.de.board.title).toBe('Tagestafel');
  expect(texts.en.board.title).toBe('Day board');
  expect(texts.de.refusal['draft-unchanged']).not.toBe(texts.en.refusal['draft-unchanged']);
});
