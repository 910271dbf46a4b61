import path from 'node:path';
import sharp from 'sharp';

const folder = path.join(import.meta.dirname, '../../docs/screens');
/** `SCREENS=record,board` takes pictures of these alone; the way to them is gone all the same. */
const wanted = process.env.SCREENS ? process.env.SCREENS.split(',') : undefined;

/** Whether the picture of that state was asked for. */
export function isWanted(name: string): boolean {
  return wanted === undefined || wanted.includes(name);
}

/** Writes a picture of few colours without dithering: some 45 kB, and text stays as it was. */
export async function keepPicture(taken: Buffer, name: string): Promise<void> {
  await sharp(taken)
    .png({ palette: true, quality: 60, dither: 0, effort: 10, compressionLevel: 9 })
    .toFile(path.join(folder, `${name}.png`));
}
