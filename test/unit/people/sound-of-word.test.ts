import { colognePhonetic } from 'cologne-phonetic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundOfWord } from '../../../domain/people/sound-of-word.ts';

describe('how a word sounds', () => {
  it.each([
    ['meier', 'maier'],
    ['schmidt', 'schmitt'],
    ['mueller', 'miller'],
    ['philipp', 'filip'],
  ])('is alike for %s and %s', (one, other) => {
    expect(soundOfWord(one)).toBe(soundOfWord(other));
  });

  it('is the published example', () => {
    expect(soundOfWord('breschnew')).toBe('17863');
    expect(soundOfWord('wikipedia')).toBe('3412');
  });

  it('is what a library makes of every word, whatever its letters', () => {
    const letters = fc.constantFrom(
      ...'abcdefghijklmnopqrstuvwxyzäöüß',
      'c',
      'x',
      'k',
      's',
      'h',
      'Ç',
      'Ж',
      '7',
    );
    const words = fc.string({ unit: letters, maxLength: 14 });
    fc.assert(
      fc.property(words, (word) => {
        expect(soundOfWord(word)).toBe(colognePhonetic(word));
      }),
      { numRuns: 20_000 },
    );
  });
});
