import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { Access } from '../../domain/staff/roles.ts';
import type { TextsInBoth } from '../i18n/area-texts.ts';

/** Everything that the window knows of one of its areas; `areas.ts` lists them. */
export interface Area<
  Id extends string = string,
  Texts extends Readonly<Record<string, TextsInBoth>> = Readonly<Record<string, TextsInBoth>>,
  Refusals extends TextsInBoth = TextsInBoth,
> {
  readonly id: Id;
  /** What the list at the left calls it. */
  readonly name: Bilingual;
  readonly icon: TablerIcon;
  /** Whom the list offers it to. The service decides by itself what they may ask there. */
  readonly access: Access;
  /**
   * What fills the window; the desk has none here, for it is always there and only hidden. A screen states its
   * return type: its texts are typed by what is stated here.
   */
  readonly Screen?: ComponentType<{ hearsScanner: boolean }>;
  /** While it is open it takes what is scanned, and no scan brings the desk to the front. */
  readonly takesScans?: boolean;
  /** Its texts, by the first word of their key: `{ board: ... }` is read as `t('board.title')`. */
  readonly texts: Texts;
  /** Sentences for the reasons that its channels refuse with. */
  readonly refusals?: Refusals;
}

/** States an area, exactly. */
export function area<
  const Id extends string,
  Texts extends Readonly<Record<string, TextsInBoth>>,
  Refusals extends TextsInBoth,
>(stated: Area<Id, Texts, Refusals>): Area<Id, Texts, Refusals> {
  return stated;
}
