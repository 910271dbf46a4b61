import { parseArgs } from 'node:util';
import { siteLead } from '../e2e/rig/sign-in.ts';
import { openStationWindow } from '../e2e/rig/station-window.ts';
import { openRunFolder } from '../support/made-once.ts';
import { quantile } from './desk/quantile.ts';
import { watchPaint } from './first-paint/watch-paint.ts';

/**
 * `npm run -s bench -- first-paint [--starts N] [--json]`: several starts of the real window on a trial centre, each with
 * a profile and a centre of its own. From the start of the process to the first picture; from the beginning of the page,
 * with the service up, to its first picture and to the names of the sign-in; from the Enter of the PIN to the desk with
 * today's list, of which checking the PIN costs most on purpose; and from the picture without the sign-in to that list.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { starts: { type: 'string' } } });
  const starts = Number(values.starts ?? 9);
  const clearAway = openRunFolder();
  const times: Awaited<ReturnType<typeof oneStart>>[] = [];
  try {
    for (let start = 0; start < starts; start++) times.push(await oneStart());
  } finally {
    clearAway();
  }
  const of = (name: keyof (typeof times)[number]) => times.map((each) => each[name]);
  const result = {
    starts,
    processToPictureMs: quantile(of('processToPictureMs'), 0.5),
    firstPictureMs: quantile(of('firstPictureMs'), 0.5),
    namesMs: quantile(of('namesMs'), 0.5),
    enterToDeskMs: quantile(of('enterToDeskMs'), 0.5),
    deskMs: quantile(of('deskMs'), 0.5),
    slowestDeskMs: quantile(of('deskMs'), 1),
  };
  if (json) console.log(JSON.stringify(result));
  else console.table(result);
}

async function oneStart() {
  const { app, page, close } = await openStationWindow({ signsIn: false });
  try {
    const startedAt = await app.evaluate(() => process.getCreationTime() ?? Number.NaN);
    const processToPictureMs = (await page.evaluate(firstPicture)).at - startedAt;
    await page.addInitScript(watchPaint);
    await page.reload();
    await page.getByTestId('sign-in').getByRole('button', { name: siteLead.name }).click();
    await page.getByTestId('pin').fill(siteLead.pin);
    await page.keyboard.press('Enter');
    const told = await page.waitForFunction(() => document.body.dataset.painted, undefined, {
      timeout: 60_000,
    });
    const { names, enter, signedIn, desk } = JSON.parse(String(await told.jsonValue()));
    return {
      processToPictureMs,
      firstPictureMs: (await page.evaluate(firstPicture)).sinceMs,
      namesMs: Number(names),
      enterToDeskMs: Number(desk) - Number(enter),
      deskMs: Number(desk) - Number(signedIn),
    };
  } finally {
    await close();
  }
}

/** In the page: its first picture, on the computer's clock and since the page began. */
function firstPicture(): { readonly at: number; readonly sinceMs: number } {
  const sinceMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  return { at: performance.timeOrigin + sinceMs, sinceMs };
}
