import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const folder = path.join(import.meta.dirname, '../../docs/screens');
/** `SCREENS=record,board` takes pictures of these alone; the way to them is gone all the same. */
const wanted = process.env.SCREENS ? process.env.SCREENS.split(',') : undefined;

/** Whether the picture of that state was asked for. */
export function isWanted(name: string): boolean {
  return wanted === undefined || wanted.includes(name);
}

/** Writes a picture: some 40 kB, with every colour as it was or next to it, however rare it is. */
export async function keepPicture(taken: Buffer, name: string): Promise<void> {
  writeFileSync(path.join(folder, `${name}.webp`), await smaller(taken));
}

/**
 * Without a palette: one of 256 colours gives a ring around the field that has the focus the colour of its surroundings.
 * No channel is more than four of 255 off.
 */
export function smaller(taken: Buffer): Promise<Buffer> {
  return sharp(taken).webp({ nearLossless: true, quality: 40, effort: 4 }).toBuffer();
}
