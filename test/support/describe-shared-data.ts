import { describe, test } from 'vitest';
import { hasSharedData } from './shared-data.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is not run here; the suite's last lines count the tests of each reason. */
    skippedBecause?: string;
  }
}

const skippedBecause = 'they read test data made by others (../shared/data), which is not here';

/** Tests on data made by others. Where that is not, one test stands for them all, as skipped. */
export function describeSharedData(name: string, define: () => void): void {
  if (hasSharedData) describe(name, define);
  else test(name, { skip: true, meta: { skippedBecause } }, () => {});
}
