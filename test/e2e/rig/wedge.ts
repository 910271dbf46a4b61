import type { Page } from '@playwright/test';

export interface WedgeOptions {
  /** Between characters; a scanner sends one each 1 to 30 ms. */
  readonly gapMs?: number;
  /** How the computer understands the keys of a scanner that types as a US keyboard. */
  readonly host?: 'us' | 'german';
}

/** A loaded machine may take that long to hand over the keys; their own times must not lie in the past by then. */
const LEAD_MS = 500;
const SETTLED_MS = 60;

/**
 * One burst of a USB scanner. The times are part of the events, not of this machine's speed: Chromium takes
 * the timestamp that DevTools sends, and the page reads it as `event.timeStamp`.
 */
export async function scanByWedge(page: Page, text: string, options: WedgeOptions = {}): Promise<void> {
  const { gapMs = 5, host = 'us' } = options;
  const devTools = await page.context().newCDPSession(page);
  const start = (Date.now() + LEAD_MS) / 1000;
  // Sent without waiting for each answer: the keys must not arrive slower than their own times say.
  const sent = [...text, '\r'].flatMap((character, index) => {
    const event = keyEvent(character, host);
    const timestamp = start + (index * gapMs) / 1000;
    return [
      devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, timestamp }),
      devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, timestamp: timestamp + 0.001 }),
    ];
  });
  await Promise.all(sent);
  // The burst lies a little in the future: whatever follows must follow it on the page's clock too.
  await page.waitForTimeout(start * 1000 + text.length * gapMs + SETTLED_MS - Date.now());
  await devTools.detach();
}

function keyEvent(character: string, host: 'us' | 'german') {
  if (character === '\r') return { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  const upper = character.toUpperCase();
  const code = /[0-9]/.test(character) ? `Digit${character}` : (otherCodes[upper] ?? `Key${upper}`);
  const key = host === 'german' ? (onGerman[character] ?? character) : character;
  const isShifted = /[A-Z]/.test(character);
  return { key, code, text: key, windowsVirtualKeyCode: upper.charCodeAt(0), modifiers: isShifted ? 8 : 0 };
}

const otherCodes: Readonly<Record<string, string>> = { '-': 'Minus', '/': 'Slash', '.': 'Period' };
const onGerman: Readonly<Record<string, string>> = { y: 'z', z: 'y', Y: 'Z', Z: 'Y', '-': 'ß', '/': '-' };
