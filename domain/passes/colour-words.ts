import type { Bilingual } from '../kernel/bilingual.ts';

const red: Bilingual = { de: 'Rot', en: 'red' };
/** The hues of the colour wheel by where they end, in degrees; behind the last it is red again. */
const hues: readonly (readonly [until: number, name: Bilingual])[] = [
  [15, red],
  [42, { de: 'Orange', en: 'orange' }],
  [68, { de: 'Gelb', en: 'yellow' }],
  [160, { de: 'Grün', en: 'green' }],
  [200, { de: 'Blaugrün', en: 'teal' }],
  [255, { de: 'Blau', en: 'blue' }],
  [290, { de: 'Violett', en: 'violet' }],
  [335, { de: 'Rosa', en: 'pink' }],
];

/** From this darkness on, or lightness, a colour is called so; beyond the outer ones it is black or white. */
const BLACK_BELOW = 0.06;
const DARK_BELOW = 0.33;
const LIGHT_ABOVE = 0.72;
const WHITE_ABOVE = 0.97;
const GREY_BELOW = 0.12;

/** What people call a colour `#RRGGBB`: near enough to know which is meant, never exact. */
export function colourWords(colour: string): Bilingual {
  const { hue, saturation, lightness } = hslOf(colour);
  if (lightness < BLACK_BELOW) return { de: 'Schwarz', en: 'black' };
  if (lightness > WHITE_ABOVE) return { de: 'Weiß', en: 'white' };
  const [, named = red] = hues.find(([until]) => hue <= until) ?? [];
  const name = saturation < GREY_BELOW ? { de: 'Grau', en: 'grey' } : named;
  if (lightness < DARK_BELOW) return { de: `dunkles ${name.de}`, en: `dark ${name.en}` };
  if (lightness > LIGHT_ABOVE) return { de: `helles ${name.de}`, en: `light ${name.en}` };
  return name;
}

function hslOf(colour: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const spread = most - least;
  const lightness = (most + least) / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    spread === 0
      ? 0
      : most === r
        ? (g - b) / spread
        : most === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  return { hue: (sixth * 60 + 360) % 360, saturation, lightness };
}
