import { expect, test } from '@playwright/test';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.beforeAll(async () => {
  station = await openStationWindow();
});
test.afterAll(() => station.close());

test('the page has no Node, no Electron and an origin of its own', async () => {
  const world = await station.page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys(window.station ?? {}).sort(),
    isSecure: window.isSecureContext,
    origin: location.origin,
  }));
  expect(world).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['ask', 'onChanged', 'onState'],
    isSecure: true,
    origin: 'app://station',
  });
});

test('the window is sandboxed and isolated', async () => {
  const preferences = await station.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('the content policy stops evaluated script, foreign addresses and files outside of the page', async () => {
  const outcome = await station.page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10)); // DevTools lifts the ban for its own first turn
    const evaluated = (() => {
      try {
        // biome-ignore lint/security/noGlobalEval: this is what the policy must stop
        return globalThis.eval('1 + 1');
      } catch (error) {
        return (error as Error).name;
      }
    })();
    const reached = await fetch('https://example.invalid/').then(
      () => 'reached',
      () => 'stopped',
    );
    const outside = await fetch('app://station/..%2fmain%2findex.cjs').then((response) => response.status);
    return { evaluated, reached, outside };
  });
  expect(outcome).toEqual({ evaluated: 'EvalError', reached: 'stopped', outside: 404 });
});

test('no window opens and the page cannot be led away', async () => {
  const opened = await station.page.evaluate(() => window.open('https://example.invalid/') === null);
  expect(opened).toBe(true);
  await station.page.evaluate(() => {
    location.href = 'https://example.invalid/';
  });
  await station.page.waitForTimeout(300);
  expect(station.page.url()).toMatch(/^app:\/\/station\//);
});

test('an unknown channel and an input that does not fit are refused as values', async () => {
  const answers = await station.page.evaluate(async () => [
    await window.station?.ask('store.open', {}),
    await window.station?.ask('desk.card', { personId: 7 }),
  ]);
  expect(answers).toEqual([
    { ok: false, refusal: { reason: 'not-allowed' } },
    { ok: false, refusal: { reason: 'input-invalid', details: { field: 'personId' } } },
  ]);
});

test('a message nested 5,000 deep does nothing: window, shell and service go on', async () => {
  const outcome = await station.page.evaluate(async () => {
    const ask = async (depth: number) => {
      let input: unknown = {};
      for (let level = 0; level < depth; level++) input = [input];
      try {
        return await window.station?.ask('system.status', input);
      } catch {
        return 'not sent'; // the bridge itself copies no more than a thousand levels
      }
    };
    const [deep, deeper] = [await ask(900), await ask(5_000)];
    const after = await window.station?.ask('system.status', {});
    return { deep, deeper, isThere: after?.ok };
  });
  const refused = { ok: false, refusal: { reason: 'input-invalid' } };
  expect(outcome).toEqual({ deep: refused, deeper: 'not sent', isThere: true });
});
