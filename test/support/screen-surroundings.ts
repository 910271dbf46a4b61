import { beforeEach } from 'vitest';
import { startI18n } from '../../renderer/i18n/start-i18n.ts';
import { texts } from '../../renderer/i18n/texts.ts';

/** What a screen finds around it in a window and not in jsdom. Call it once at the top of a test file. */
export function inSurroundings(): void {
  beforeEach(() => {
    window.matchMedia = (query) =>
      ({
        matches: false,
        media: query,
        addEventListener() {},
        removeEventListener() {},
      }) as unknown as MediaQueryList;
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    // Lists draw what is in sight: without a height nothing would be.
    Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 400 });
    Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 400 });
    startI18n(texts);
  });
}
