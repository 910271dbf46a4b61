import { chmodSync, lstatSync, statSync } from 'node:fs';

const WRITABLE_BY_OTHERS = 0o022;
const SEEN_BY_OTHERS = 0o077;

/**
 * Whether nobody but its owner may lay something into a directory, and the files named are theirs, and no links,
 * pipes or devices. What is not there yet is safe. Windows keeps the directories of users apart by itself.
 */
export function areOwn(dir: string, files: readonly string[]): boolean {
  const own = process.getuid?.();
  const found = statSync(dir, { throwIfNoEntry: false });
  if (own === undefined || !found?.isDirectory()) return true;
  return (
    found.uid === own &&
    (found.mode & WRITABLE_BY_OTHERS) === 0 &&
    files.every((file) => isOwnFile(file, own))
  );
}

/** Takes from others what they may do with these files and directories, whoever copied or made them. */
export function keepToOwner(files: readonly string[]): void {
  if (process.getuid === undefined) return;
  for (const file of files) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && (found.mode & SEEN_BY_OTHERS) !== 0) chmodSync(file, found.isDirectory() ? 0o700 : 0o600);
  }
}

function isOwnFile(file: string, own: number): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined || (found.uid === own && (found.isFile() || found.isDirectory()));
}
