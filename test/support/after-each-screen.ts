import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

// Files of screens share a process and its document: what one test shows or keeps is gone before the next.
configure({ asyncUtilTimeout: 10_000 });
// jsdom's own frames hang on one interval for all: begun while a test holds the intervals, they would never come again.
window.requestAnimationFrame = (draw) => Number(setTimeout(() => draw(performance.now()), 16));
window.cancelAnimationFrame = (frame) => clearTimeout(frame);
beforeEach(() => localStorage.clear());
afterEach(cleanup);
