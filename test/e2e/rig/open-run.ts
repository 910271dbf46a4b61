import { openRunFolder } from '../../support/made-once.ts';

/** Before the first window of a run; what it answers is called after the last. */
// biome-ignore lint/style/noDefaultExport: Playwright takes nothing else
export default openRunFolder;
