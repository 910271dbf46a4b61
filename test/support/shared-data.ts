import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** Test data made by others lies beside the repository, or nowhere: a bare clone has none. */
export const hasSharedData = existsSync(folder);

/** A file or folder of that data. */
export function sharedData(...parts: string[]): string {
  const found = path.join(folder, ...parts);
  if (!existsSync(found)) throw new Error(`Data made by others is missing: ${found}`);
  return found;
}
