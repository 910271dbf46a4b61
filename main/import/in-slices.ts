const SLICE_MS = 12;

/**
 * Repeats `step` until it answers false, in slices between which the desk's questions are answered: a long list must
 * not make anybody wait.
 */
export async function inSlices(step: () => boolean): Promise<void> {
  let sliceStarted = performance.now();
  while (step()) {
    if (performance.now() - sliceStarted < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    sliceStarted = performance.now();
  }
}
