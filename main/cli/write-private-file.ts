import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Takes the next piece of a file. */
export type WritePiece = (piece: string | Uint8Array) => void;

/** The file system refused; `message` says it in words. */
export class FileNotWritten extends Error {
  constructor(file: string, code: string) {
    super(`The file ${file} cannot be written (${code}): ${words[code] ?? 'please choose another place'}.`);
    this.name = 'FileNotWritten';
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EISDIR: 'there is a folder of that name',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'that disk is full; please make room and call it again',
};

/**
 * Writes a file about people for its owner alone, whatever lay there: whole or not at all, so that a full disk leaves
 * what was written before, and in place of a link that somebody laid there instead of through it. A pipe or a device
 * (`/dev/stdout`) is written into. @throws FileNotWritten
 */
export function writePrivateFile<Value>(file: string, write: (piece: WritePiece) => Value): Value {
  const disk = <Done>(work: () => Done): Done => {
    try {
      return work();
    } catch (error) {
      throw new FileNotWritten(file, String((error as { code?: unknown }).code ?? 'unknown'));
    }
  };
  const into = (target: number): Value => {
    try {
      return write((piece) => disk(() => writeFileSync(target, piece)));
    } finally {
      closeSync(target);
    }
  };
  const redirected = redirectedTo(file);
  if (redirected !== undefined) return write((piece) => disk(() => writeFileSync(redirected, piece)));
  if (disk(() => isStream(file))) return into(disk(() => openSync(file, 'w')));
  const beside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    const value = into(disk(() => openSync(beside, 'wx', 0o600)));
    disk(() => renameSync(beside, file));
    return value;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * The descriptor behind `/dev/stdout` and its like where the shell led it into a file: nothing may be put in place of
 * that name, which belongs to the system, and what was written there before stays.
 */
function redirectedTo(file: string): number | undefined {
  const name = /^\/(?:dev|proc\/self)\/(?:fd\/(\d{1,4})|std(out|err))$/.exec(file);
  if (!name) return undefined;
  const descriptor = name[1] === undefined ? { out: 1, err: 2 }[name[2] as 'out' | 'err'] : Number(name[1]);
  try {
    return fstatSync(descriptor).isFile() ? descriptor : undefined;
  } catch {
    return undefined;
  }
}

/** Somebody else's pipe, or a link of theirs to one, is none: it is replaced. */
function isStream(file: string): boolean {
  const link = lstatSync(file, { throwIfNoEntry: false });
  const found = link && statSync(file, { throwIfNoEntry: false });
  if (!link || !found || found.isFile() || found.isDirectory()) return false;
  return isOwn(link) && isOwn(found);
}

function isOwn({ uid }: Stats): boolean {
  const own = process.getuid?.();
  return own === undefined || uid === own || uid === 0;
}
