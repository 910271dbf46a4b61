/**
 * In the page, before it begins: notes when the names of the sign-in, the window without them, and today's list were each
 * handed to the screen, and writes them into the body once the last is there. In ms since the page's beginning.
 */
export function watchPaint(): void {
  const at: Record<string, number> = {};
  const has = (selector: string) => document.querySelector(selector) !== null;
  const seen: readonly (readonly [name: string, isThere: () => boolean])[] = [
    ['names', () => has('[data-testid="sign-in"] li button')],
    ['signedIn', () => at.enter !== undefined && !has('[data-testid="sign-in"]')],
    ['desk', () => has('[data-testid="today"] li button')],
  ];
  const waiting = new Set(seen.map(([name]) => name));
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') at.enter = event.timeStamp;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    for (const [name, isThere] of seen) {
      if (!waiting.has(name) || !isThere()) continue;
      waiting.delete(name);
      afterPicture(() => {
        at[name] = performance.now();
        if (at.names && at.signedIn && at.desk) document.body.dataset.painted = JSON.stringify(at);
      });
    }
  }).observe(document, { subtree: true, childList: true });

  /** A message that is posted while a picture is prepared arrives when it was handed over. */
  function afterPicture(then: () => void): void {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    requestAnimationFrame(() => channel.port2.postMessage(undefined));
  }
}
