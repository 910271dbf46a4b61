/** The texts of one area: English has exactly the keys of German, or it does not compile. */
export function areaTexts<const German extends TextTree>(both: {
  de: German;
  en: SameKeys<German>;
}): typeof both {
  return both;
}

/** Texts that are there in both languages. */
export interface TextsInBoth {
  readonly de: TextTree;
  readonly en: TextTree;
}

interface TextTree {
  readonly [key: string]: string | TextTree;
}

type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>;
};
