import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, safeStorage, session, utilityProcess } from 'electron';
import type { OpenOptions } from '../contracts/ipc/protocol.ts';
import { isChannelName } from '../contracts/ipc/station-contract.ts';
import type { Bilingual } from '../domain/kernel/bilingual.ts';
import { defaultDirectory } from './centre/default-directory.ts';
import { keyFromFile } from './centre/key-file.ts';
import { openFaultOf } from './centre/open-fault.ts';
import { forbidCoreDumps } from './forbid-core-dumps.ts';
import { allowedScanners } from './shell/allowed-scanners.ts';
import { channelKind, nodeChannel, type UtilityProcessModule, utilityChannel } from './shell/channel.ts';
import { chooseScanners } from './shell/choose-scanners.ts';
import { forbiddenSentence, forbiddenSwitch } from './shell/forbidden-switches.ts';
import { keyFaultSentences, keyFromKeyStore } from './shell/key-store.ts';
import { lockContents, lockSession } from './shell/lock-session.ts';
import { openWindow } from './shell/open-window.ts';
import { isOurs } from './shell/origin.ts';
import { registerAppProtocol, serveAppProtocol } from './shell/serve-app-protocol.ts';
import { ServiceSupervisor } from './shell/service-supervisor.ts';
import { setStationMenu } from './shell/station-menu.ts';
import { hasChanged } from './shell/unpacked-files.ts';
import { isOfWall, openWallWindow, wallChannel } from './shell/wall-window.ts';
import { storeFaultOf } from './store/store-fault.ts';

const out = path.join(__dirname, '..');
// An external Node cannot read an asar: the service and its addon lie beside it.
const serviceEntry = path.join(out, 'service/index.cjs').replace('app.asar', 'app.asar.unpacked');

const preload = path.join(out, 'preload/index.cjs');

forbidCoreDumps();
registerAppProtocol();
lockContents(openWall);

/** The window of the desk, once it is there. */
let desk: BrowserWindow | undefined;

async function start(): Promise<void> {
  await app.whenReady();
  const options = openOptions();
  if (!options) return app.quit();
  const supervisor = new ServiceSupervisor({
    start: startService,
    options: () => options,
    onState: (state) => tellWindows('station:state', state),
    onChanged: (topics) => tellWindows('station:changed', topics),
  });
  answerWindows(supervisor);
  endSessions(supervisor);
  serveAppProtocol(path.join(out, 'renderer'));
  const scanners = allowedScanners(switchValue('scanner-vendors'));
  lockSession(session.defaultSession, scanners);
  chooseScanners(session.defaultSession, scanners);
  setStationMenu();
  supervisor.start();
  desk = openWindow(preload);
  if (app.commandLine.hasSwitch('wall')) desk.once('show', openWall);
  quitAfter(supervisor);
}

function openWall(): void {
  if (desk && !desk.isDestroyed()) openWallWindow(preload, desk);
}

/** Undefined when the station may not start; the reason was shown. */
function openOptions(): OpenOptions | undefined {
  const isLive = app.commandLine.hasSwitch('live');
  if (isLive) delete process.env.STATION_TRIAL_NETWORK; // a live centre knows no trial
  const dir = path.resolve(switchValue('dir') ?? defaultDirectory(isLive ? 'live' : 'trial'));
  const runtime = `Electron ${process.versions.electron}`;
  if (!isLive) return trialOptions(dir, runtime);
  const unwrapped = keyFromKeyStore(dir, safeStorage);
  if (unwrapped.ok) return { dir, mode: 'live', keyPlace: 'key-store', databaseKey: unwrapped.key, runtime };
  return sayAndStop(keyFaultSentences[unwrapped.fault]);
}

function trialOptions(dir: string, runtime: string): OpenOptions | undefined {
  try {
    return { dir, mode: 'trial', keyPlace: 'key-file', databaseKey: keyFromFile(dir), runtime };
  } catch (error) {
    return sayAndStop(openFaultOf(storeFaultOf(error)?.code ?? 'unexpected').sentence);
  }
}

function sayAndStop({ de, en }: Bilingual): undefined {
  process.stderr.write(`${de}\n${en}\n`); // first: the box waits for somebody to close it
  dialog.showErrorBox('Impfpass Station', `${de}\n\n${en}`);
}

function switchValue(name: string): string | undefined {
  const value = app.commandLine.getSwitchValue(name);
  return value === '' ? undefined : value;
}

/** Looked at before each start: whoever changed the service is told nothing, the key of the database least of all. */
function startService() {
  if (app.isPackaged && hasChanged(app.getAppPath())) {
    sayAndStop(openFaultOf('program-changed').sentence);
    app.exit(1);
    throw new Error('files of the program were changed');
  }
  return channelKind(process.versions.napi) === 'utility'
    ? utilityChannel(utilityProcess as unknown as UtilityProcessModule, serviceEntry)
    : nodeChannel(serviceEntry, process.env.STATION_NODE ?? 'node');
}

/** The only two channels a window has. Both answer nobody but the top frame of our own page. */
function answerWindows(supervisor: ServiceSupervisor): void {
  const isOurFrame = (event: Electron.IpcMainInvokeEvent) =>
    event.senderFrame !== null && event.senderFrame.parent === null && isOurs(event.senderFrame.url);
  ipcMain.handle('station:state', (event) => (isOurFrame(event) ? supervisor.state : undefined));
  ipcMain.handle('station:ask', (event, channel: unknown, input: unknown) => {
    if (!isOurFrame(event) || !isChannelName(channel))
      return { ok: false, refusal: { reason: 'not-allowed' } };
    if (isOfWall(event.sender) && channel !== wallChannel)
      return { ok: false, refusal: { reason: 'not-allowed' } };
    return supervisor.ask(sessionOf(event.sender), channel, input);
  });
}

/** A window that is closed, or whose page is loaded anew or broke, has nobody signed in any more. */
function endSessions(supervisor: ServiceSupervisor): void {
  app.on('web-contents-created', (_event, contents) => {
    const session = sessionOf(contents);
    const end = () => supervisor.endSession(session);
    contents.on('did-navigate', end);
    contents.on('render-process-gone', end);
    contents.on('destroyed', end);
  });
}

function sessionOf(contents: { readonly id: number }): string {
  return `window-${contents.id}`;
}

function tellWindows(channel: 'station:state' | 'station:changed', value: unknown): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (isOurs(webContents.getURL())) webContents.send(channel, value);
}

/** The log is signed and the store closed before the process goes. */
function quitAfter(supervisor: ServiceSupervisor): void {
  let isDone = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isDone) return;
    event.preventDefault();
    void supervisor.stop().then(() => {
      isDone = true;
      app.quit();
    });
  });
}

const forbidden =
  app.isPackaged && app.commandLine.hasSwitch('live')
    ? forbiddenSwitch((name) => app.commandLine.hasSwitch(name))
    : undefined;
if (forbidden !== undefined) {
  sayAndStop(forbiddenSentence(forbidden));
  app.exit(1);
} else if (app.requestSingleInstanceLock()) void start();
else app.quit();

app.on('second-instance', () => {
  if (!desk || desk.isDestroyed()) return;
  if (desk.isMinimized()) desk.restore();
  desk.focus();
});
