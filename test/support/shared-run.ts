import { openRunFolder } from './made-once.ts';

/** Vitest: what is made once for all test files of a run. */
export function setup(): () => void {
  return openRunFolder();
}
