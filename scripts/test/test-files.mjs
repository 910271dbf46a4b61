import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/**
 * The test files whose path below test/ holds one of these words, for the two programs that run them; all of them,
 * where no word is given: then the programs find them by themselves.
 */
export function testFilesOf(areas) {
  if (areas.length === 0) return { vitest: [], playwright: [], isAll: true };
  const files = readdirSync(path.join(root, 'test'), { recursive: true })
    .map((file) => path.posix.join('test', file.replaceAll(path.sep, '/')))
    .filter((file) => areas.some((area) => file.includes(area.replace(/^\.?\/?test\//, ''))));
  return {
    vitest: files.filter((file) => /\.test\.tsx?$/.test(file)),
    playwright: files.filter((file) => file.endsWith('.spec.ts')),
    isAll: false,
  };
}
