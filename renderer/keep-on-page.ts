const KEPT = 'impfpass-kept';

/**
 * In a browser, Back would leave the page and lose what is entered on it: it stays instead. A browser passes over a step
 * that nobody made, so it is made with the first key or press, and anew after each Back.
 */
export function keepOnPage(page: Window): void {
  const keep = () => {
    if (page.history.state !== KEPT) page.history.pushState(KEPT, '');
  };
  for (const name of ['pointerdown', 'keydown', 'popstate'] as const) page.addEventListener(name, keep, true);
}
