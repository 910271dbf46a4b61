import { createReadStream } from 'node:fs';
import { bytesWithin } from '../domain/kernel/bytes-within.ts';

const MEGABYTE = 1024 * 1024;

/** How long a file of each kind may be: many times what one of it ever was. */
export const mostBytesOf = {
  trustList: 16 * MEGABYTE,
  schedules: 32 * MEGABYTE,
  pass: 64 * MEGABYTE,
  key: MEGABYTE,
  facts: MEGABYTE,
} as const;

/** A file that others wrote, whole; undefined where it cannot be read, or does not end within `most` bytes. */
export async function readForeignFile(file: string, most: number): Promise<Buffer | undefined> {
  const bytes = await bytesWithin(createReadStream(file), most).catch(() => undefined);
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The same as text in UTF-8. */
export async function readForeignText(file: string, most: number): Promise<string | undefined> {
  return (await readForeignFile(file, most))?.toString('utf8');
}
