import type { CDPSession, Page } from '@playwright/test';

/** A fast scanner of today; slower ones leave the page more time between keys. */
const GAP_MS = 4;
/** The desk looks at one person before the next is scanned. */
const PAUSE_MS = 150;
const LOST_MS = 3_000;
/** A loaded machine may hand keys over so late that they are no burst any more: that is not the page's time. */
const MOST_TRIES = 3;

export interface Burst {
  /** From the time of the suffix key to the picture after the decision stood in the page; undefined if none came. */
  readonly toDecisionMs: number | undefined;
}

/**
 * Scans one code after the other by keys in a real window. Each must be of somebody else: that is how a new decision is
 * told. The page measures by itself, from `event.timeStamp` of the suffix.
 */
export async function measureBursts(page: Page, codes: readonly string[]): Promise<Burst[]> {
  await page.evaluate(watchDecisions);
  const devTools = await page.context().newCDPSession(page);
  const bursts: Burst[] = [];
  for (const code of codes) {
    let toDecisionMs: number | undefined;
    for (let tries = 0; toDecisionMs === undefined && tries < MOST_TRIES; tries++) {
      await page.evaluate(() => dispatchEvent(new Event('burst-begins')));
      await type(devTools, code);
      toDecisionMs = await decisionTime(page);
      await page.waitForTimeout(PAUSE_MS);
    }
    bursts.push({ toDecisionMs });
  }
  await devTools.detach();
  return bursts;
}

/** Keys one by one in real time; those of the text carry the times they should have, the suffix has its true one. */
async function type(devTools: CDPSession, code: string): Promise<void> {
  const startMs = now() + GAP_MS;
  const sent: Promise<unknown>[] = [];
  for (const [index, character] of [...code].entries()) {
    const dueMs = startMs + index * GAP_MS;
    while (now() < dueMs) await new Promise((resolve) => setTimeout(resolve, 1));
    const key = {
      key: character,
      code: /\d/.test(character) ? `Digit${character}` : `Key${character}`,
      modifiers: /[A-Z]/.test(character) ? 8 : 0,
    };
    const timestamp = dueMs / 1000;
    sent.push(
      devTools.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: character, timestamp }),
      devTools.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: timestamp + 0.001 }),
    );
  }
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  sent.push(
    devTools.send('Input.dispatchKeyEvent', { ...enter, type: 'keyDown', text: '\r' }),
    devTools.send('Input.dispatchKeyEvent', { ...enter, type: 'keyUp' }),
  );
  await Promise.all(sent);
}

async function decisionTime(page: Page): Promise<number | undefined> {
  const told = page.waitForFunction(() => document.body.dataset.burstMs, undefined, { timeout: LOST_MS });
  const handle = await told.catch(() => undefined);
  const ms = handle && Number(await handle.jsonValue());
  return Number.isFinite(ms) ? ms : undefined;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

/** In the page: a decision is new when what stands for it and for the person differs from before the burst. */
function watchDecisions(): void {
  const shown = () =>
    ['decision', 'person']
      .map((name) => document.querySelector(`[data-testid="${name}"]`)?.textContent ?? '')
      .join();
  let before = '';
  let isOpen = false;
  addEventListener('burst-begins', () => {
    before = shown();
    isOpen = true;
    delete (globalThis as { suffixAt?: number }).suffixAt;
    delete document.body.dataset.burstMs;
  });
  const observer = new MutationObserver(() => {
    if (!isOpen || shown() === before) return;
    isOpen = false;
    const channel = new MessageChannel();
    // A message that is posted while a picture is prepared arrives when it was handed over.
    requestAnimationFrame(() => channel.port2.postMessage(undefined));
    channel.port1.onmessage = () => {
      const suffixAt = (globalThis as { suffixAt?: number }).suffixAt ?? Number.NaN;
      document.body.dataset.burstMs = String(performance.now() - suffixAt);
    };
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** For `addInitScript`: before the application listens, since the wedge keeps the keys of a scan to itself. */
export function watchSuffix(): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') (globalThis as { suffixAt?: number }).suffixAt = event.timeStamp;
    },
    { capture: true },
  );
}
