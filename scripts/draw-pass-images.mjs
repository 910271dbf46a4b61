// Draws the images of the standard pass from one mark, in the three scales of a phone:
// issuing/apple/assets/*.png to look at, and standard-images.ts so that a bundled service carries them.
// Run after changing the mark: node scripts/draw-pass-images.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = new URL('../issuing/apple/assets', import.meta.url);

/** A shield with a tick, on a canvas of 100 by 100. */
const mark = (shield, tick) => `
  <path fill="${shield}" d="M50 8 84 20v26c0 22-14 38-34 46C30 84 16 68 16 46V20z"/>
  <path fill="none" stroke="${tick}" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"
    d="M33 51 46 64 68 38"/>`;

const images = [
  {
    name: 'icon',
    points: 29,
    svg: `<rect width="100" height="100" fill="#0B4F5C"/>${mark('#FFFFFF', '#0B7A75')}`,
  },
  { name: 'logo', points: 50, svg: mark('#FFFFFF', '#0B4F5C') },
];

const lines = [];
for (const { name, points, svg } of images) {
  for (const scale of [1, 2, 3]) {
    const file = `${name}${scale === 1 ? '' : `@${scale}x`}.png`;
    const size = points * scale;
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}">${svg}</svg>`;
    const png = await sharp(Buffer.from(drawing))
      .png({ compressionLevel: 9, palette: name === 'icon' })
      .toBuffer();
    await writeFile(new URL(file, folder), png);
    lines.push(`  '${file}':\n    '${png.toString('base64')}',`);
  }
}

await writeFile(
  new URL('standard-images.ts', folder),
  `// Made by scripts/draw-pass-images.mjs from the mark drawn there; not edited by hand.
/** PNG files of the standard pass, as base64, by their names in the pass. */
export const standardImages: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
);
console.log(
  await readFile(fileURLToPath(new URL('standard-images.ts', folder)), 'utf8').then(
    (text) => `${text.length} bytes`,
  ),
);
