/** The texts of one area: English has exactly the keys of German, or it does not compile. */
export function areaTexts<const German extends TextTree>(both: {
  de: German;
  en: SameKeys<German>;
}): typeof both {
  return both;
}

interface TextTree {
  readonly [key: string]: string | TextTree;
}

type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>;
};
