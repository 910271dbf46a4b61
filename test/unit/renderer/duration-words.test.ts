import { expect, test } from 'vitest';
import { durationWords } from '../../../renderer/i18n/duration-words.ts';

test.each([
  [0, '0 min', '0 min'],
  [59, '59 min', '59 min'],
  [60, '1 Std.', '1 h'],
  [624, '10 Std. 24 min', '10 h 24 min'],
])('%i minutes are said as people say them', (minutes, de, en) => {
  expect(durationWords(minutes, 'de').replaceAll('\u00a0', ' ')).toBe(de);
  expect(durationWords(minutes, 'en').replaceAll('\u00a0', ' ')).toBe(en);
});
