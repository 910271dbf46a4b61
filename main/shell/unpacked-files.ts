import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** An entry of an asar's header: a folder, or a file with its digest; `unpacked` ones lie beside the archive. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

const entry: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), entry).optional(),
    unpacked: z.boolean().optional(),
    integrity: z.object({ algorithm: z.literal('SHA256'), hash: z.string() }).optional(),
  }),
);

/** Pickle: two sizes of four bytes each, then the same for the text, which begins behind them. */
const SIZES_BYTES = 16;
const TEXT_SIZE_AT = 12;

/**
 * Whether what lies beside the archive (the service and its native parts, which no archive can hold) is something else
 * than what the archive says of it: a file more, a file less, another content, a link.
 */
export function hasChanged(archive: string): boolean {
  const { noAsar } = process as { noAsar?: boolean };
  Object.assign(process, { noAsar: true }); // Electron's file system would look into the archive instead of at it
  try {
    return differs(`${archive}.unpacked`, new Map(unpackedIn(headerOf(archive))));
  } catch {
    return true; // what cannot be read cannot be told to be whole
  } finally {
    Object.assign(process, { noAsar });
  }
}

function differs(dir: string, expected: ReadonlyMap<string, string | undefined>): boolean {
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (one) => !one.isDirectory(),
  );
  if (found.length !== expected.size) return true;
  return found.some((one) => {
    const file = path.join(one.parentPath, one.name);
    const digest = expected.get(path.relative(dir, file).split(path.sep).join('/'));
    return digest === undefined || !one.isFile() || digest !== sha256(readFileSync(file));
  });
}

function* unpackedIn({ files = {} }: Entry, folder = ''): Generator<[string, string | undefined]> {
  for (const [name, inner] of Object.entries(files)) {
    if (inner.files) yield* unpackedIn(inner, `${folder}${name}/`);
    else if (inner.unpacked) yield [`${folder}${name}`, inner.integrity?.hash];
  }
}

function headerOf(archive: string): Entry {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(SIZES_BYTES);
    readSync(file, sizes, 0, SIZES_BYTES, 0);
    const text = Buffer.alloc(sizes.readUInt32LE(TEXT_SIZE_AT));
    readSync(file, text, 0, text.length, SIZES_BYTES);
    return entry.parse(JSON.parse(text.toString('utf8')));
  } finally {
    closeSync(file);
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
