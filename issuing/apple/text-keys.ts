import type { Bilingual } from '../../domain/kernel/bilingual.ts';

/**
 * Collects what a pass says in both languages. The German text itself is the key: it changes when the content
 * changes (which is what a phone announces), and a phone of a third language shows it instead of a code.
 */
export class TextKeys {
  readonly #english = new Map<string, string>();
  /** Only of the keys that are not their own German text. */
  readonly #german = new Map<string, string>();
  readonly #untranslated = new Set<string>();
  #de = '';
  #en = '';

  /**
   * The key of a text, quoted for JSON. What reads the same in both languages needs no translation; a text whose
   * German is already taken by another one (somebody may be called 'Dosen') gets a numbered key.
   */
  quotedKeyOf(text: Bilingual): string {
    const { de, en } = text;
    if (de === en && !this.#english.has(de)) {
      this.#untranslated.add(de);
      return JSON.stringify(de);
    }
    let key = de;
    for (let i = 2; this.#isTaken(key, text); i++) key = `${de} (${i})`;
    const quoted = JSON.stringify(key);
    if (!this.#english.has(key)) this.#translate(key, quoted, text);
    return quoted;
  }

  /** The two pass.strings files. JSON and they quote alike. */
  get files(): { readonly de: string; readonly en: string } {
    return { de: this.#de, en: this.#en };
  }

  #isTaken(key: string, { de, en }: Bilingual): boolean {
    if (key === '' || this.#untranslated.has(key)) return true;
    const english = this.#english.get(key);
    return english !== undefined && (english !== en || (this.#german.get(key) ?? key) !== de);
  }

  #translate(key: string, quoted: string, { de, en }: Bilingual): void {
    this.#english.set(key, en);
    if (key !== de) this.#german.set(key, de);
    this.#de += `${quoted} = ${key === de ? quoted : JSON.stringify(de)};\n`;
    this.#en += `${quoted} = ${JSON.stringify(en)};\n`;
  }
}
