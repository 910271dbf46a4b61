import type { Bilingual } from '../../domain/kernel/bilingual.ts';

/**
 * Collects what a pass says in both languages. The German text itself is the key: it changes when the content
 * changes (which is what a phone announces), and a phone of a third language shows it instead of a code.
 */
export class TextKeys {
  readonly #known = new Map<string, KnownText>();
  #de = '';
  #en = '';

  /**
   * The key of a text, quoted for JSON. What reads the same in both languages needs no translation; a text whose
   * German is already taken by another one (somebody may be called 'Dosen') gets a numbered key.
   */
  quotedKeyOf({ de, en }: Bilingual): string {
    let key = de;
    for (let i = 2; ; i++) {
      const known = this.#known.get(key);
      // An empty key is none, save of a text that is empty in both.
      if (!known && (key !== '' || en === '')) return this.#take(key, de, en);
      if (known?.de === de && known.en === en) return known.quoted;
      key = `${de} (${i})`;
    }
  }

  /** The two pass.strings files. JSON and they quote alike. */
  get files(): { readonly de: string; readonly en: string } {
    return { de: this.#de, en: this.#en };
  }

  #take(key: string, de: string, en: string): string {
    const quoted = JSON.stringify(key);
    this.#known.set(key, { de, en, quoted });
    if (key === de && de === en) return quoted;
    this.#de += `${quoted} = ${key === de ? quoted : JSON.stringify(de)};\n`;
    this.#en += `${quoted} = ${JSON.stringify(en)};\n`;
    return quoted;
  }
}

interface KnownText extends Bilingual {
  readonly quoted: string;
}
