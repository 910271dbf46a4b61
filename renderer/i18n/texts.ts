import type { Language } from '../../domain/kernel/bilingual.ts';
import { cameraProblemTexts, cameraTexts } from '../camera/camera-texts.ts';
import { reactionRefusals, reactionTexts } from '../screens/adverse-events/adverse-events-texts.ts';
import type { Area } from '../screens/area.ts';
import { type AnyArea, areas } from '../screens/areas.ts';
import { handoverRefusals, handoverTexts } from '../screens/handover/handover-texts.ts';
import { scannerRefusals, scannerTexts } from '../screens/scanner-setup/scanner-setup-texts.ts';
import { scannerSetupTexts } from '../screens/scanner-setup/setup-dialog-texts.ts';
import { secondSignInTexts, signInTexts, staffRefusals } from '../screens/sign-in/sign-in-texts.ts';
import { stockRefusals } from '../screens/stock/stock-refusals.ts';
import { wallTexts } from '../wall/wall-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { galleryTexts } from './gallery-texts.ts';

/** What belongs to no area of the list but to the window itself, or to several areas. */
const shared = {
  camera: cameraTexts,
  cameraProblem: cameraProblemTexts,
  gallery: galleryTexts,
  handover: handoverTexts,
  reactions: reactionTexts,
  scanners: scannerTexts,
  scannerSetup: scannerSetupTexts,
  signIn: signInTexts,
  secondSignIn: secondSignInTexts,
  wall: wallTexts,
};

/**
 * Every text of the screens: what the window says itself (`de.ts`, `en.ts`) and what each area states. Refusals join
 * the one list that `useRefusalSentence` reads.
 */
export const texts = { de: textsIn('de', de), en: textsIn('en', en) };

function textsIn(language: Language, own: typeof de): ScreenTexts {
  const stated: readonly Area[] = areas;
  const trees = [shared, ...stated.map((area) => area.texts)].flatMap((both) => Object.entries(both));
  return {
    ...own,
    ...Object.fromEntries(trees.map(([key, tree]) => [key, tree[language]])),
    refusal: {
      ...own.refusal,
      ...handoverRefusals[language],
      ...reactionRefusals[language],
      ...scannerRefusals[language],
      ...staffRefusals[language],
      ...stockRefusals[language],
      ...Object.assign({}, ...stated.map(({ refusals }) => refusals?.[language])),
    },
  } as ScreenTexts;
}

type ScreenTexts = Flat<
  Omit<typeof de, 'refusal'> &
    InGerman<typeof shared> &
    Both<AnyArea extends infer Each ? TextsOf<Each> : never> & { readonly refusal: Refusals }
>;

type Refusals = Flat<
  typeof de.refusal &
    (typeof handoverRefusals)['de'] &
    (typeof reactionRefusals)['de'] &
    (typeof scannerRefusals)['de'] &
    (typeof staffRefusals)['de'] &
    (typeof stockRefusals)['de'] &
    Both<RefusalsOf<AnyArea>>
>;

type TextsOf<Each> = Each extends Area<string, infer Texts> ? InGerman<Texts> : never;

/** English has the same keys (`areaTexts` sees to it), so that German stands for both. */
type InGerman<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends { readonly de: infer German } ? German : never;
};

/** An area without refusals of its own adds nothing: what is inferred for it knows any key. */
type RefusalsOf<Each> = Each extends { readonly refusals?: { readonly de: infer German } }
  ? string extends keyof German
    ? never
    : German
  : never;

/** Of `A | B`: `A & B`. */
type Both<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** One object instead of many that are joined: every key of a text is looked up in it, everywhere. */
type Flat<Joined> = { readonly [Key in keyof Joined]: Joined[Key] };
