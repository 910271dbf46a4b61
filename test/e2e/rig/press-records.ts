import type { Page } from '@playwright/test';
import type { KeyRecord } from '../../../domain/scan/wedge/key-record.ts';

const LEAD_MS = 500;
const SETTLED_MS = 150;

/** Presses recorded keys in a real page, each with its own time; `timeStamp` counts from the first. */
export async function pressRecords(page: Page, records: readonly KeyRecord[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const first = records[0]?.timeStamp ?? 0;
  const startMs = Date.now() + LEAD_MS;
  const sent = records.map((record) =>
    devTools.send('Input.dispatchKeyEvent', {
      ...keyOf(record),
      timestamp: (startMs + record.timeStamp - first) / 1000,
    }),
  );
  await Promise.all(sent);
  const lastMs = startMs + (records.at(-1)?.timeStamp ?? first) - first;
  await page.waitForTimeout(Math.max(0, lastMs + SETTLED_MS - Date.now()));
  await devTools.detach();
}

function keyOf(record: KeyRecord) {
  const { key, code, type, shiftKey, ctrlKey, altKey } = record;
  const text = key === 'Enter' ? '\r' : key.length === 1 && !ctrlKey ? key : undefined;
  const modifiers = (altKey ? 1 : 0) + (ctrlKey ? 2 : 0) + (shiftKey ? 8 : 0);
  if (type === 'keyup') return { type: 'keyUp' as const, key, code, modifiers };
  return text === undefined
    ? { type: 'rawKeyDown' as const, key, code, modifiers }
    : { type: 'keyDown' as const, key, code, modifiers, text };
}
