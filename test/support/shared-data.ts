import { existsSync } from 'node:fs';
import path from 'node:path';

/** A file or folder of the test data made by others, which lies beside the repository. */
export function sharedData(...parts: string[]): string {
  const file = path.resolve(import.meta.dirname, '../../../shared/data', ...parts);
  if (!existsSync(file))
    throw new Error(`This test needs the shared test data beside the repository: ${file}`);
  return file;
}
