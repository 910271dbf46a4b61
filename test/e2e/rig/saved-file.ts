import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { StationWindow } from './station-window.ts';

/** What the window saves once a button is pressed. Electron tells Playwright of no download by itself. */
export async function savedFile({ app, page }: StationWindow, button: string): Promise<Buffer> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'station-saved-')), 'file');
  const download = await app.evaluateHandle(({ session }, target) => {
    const told = { state: '' };
    session.defaultSession.once('will-download', (_event, item) => {
      item.setSavePath(target);
      item.once('done', (_done, state) => {
        told.state = state;
      });
    });
    return told;
  }, file);
  await page.getByTestId(button).click();
  await expect.poll(() => download.evaluate(({ state }) => state)).toBe('completed');
  return readFileSync(file);
}

/** The first characters of every PDF. */
export const startsAsPdf = (file: Buffer) => file.subarray(0, 5).toString() === '%PDF-';
