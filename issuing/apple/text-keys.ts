import type { Bilingual } from '../../domain/kernel/bilingual.ts';

/**
 * Collects what a pass says in both languages. The German text itself is the key: it changes when the content
 * changes (which is what a phone announces), and a phone of a third language shows it instead of a code.
 */
export class TextKeys {
  readonly de = new Map<string, string>();
  readonly en = new Map<string, string>();
  readonly #untranslated = new Set<string>();

  /**
   * The key of a text. What reads the same in both languages needs no translation; a text whose German is
   * already taken by another one (somebody may be called 'Dosen') gets a numbered key.
   */
  keyOf({ de, en }: Bilingual): string {
    if (de === en && !this.en.has(de)) {
      this.#untranslated.add(de);
      return de;
    }
    let key = de;
    for (let i = 2; this.#isTaken(key, { de, en }); i++) key = `${de} (${i})`;
    this.de.set(key, de);
    this.en.set(key, en);
    return key;
  }

  #isTaken(key: string, { de, en }: Bilingual): boolean {
    if (key === '' || this.#untranslated.has(key)) return true;
    return this.en.has(key) && (this.en.get(key) !== en || this.de.get(key) !== de);
  }
}
