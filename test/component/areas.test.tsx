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

test('what an area states is among the texts of both languages', () => {
  expect(texts.de.board.title).toBe('Tagestafel');
  expect(texts.en.board.title).toBe('Day board');
  expect(texts.de.refusal['draft-unchanged']).not.toBe(texts.en.refusal['draft-unchanged']);
});
