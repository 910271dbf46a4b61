import { BrowserWindow, session, type WebContents } from 'electron';
import { trialPages } from '../trial/read-trial-network.ts';

const PARTITION = 'trial-pages';

/** Whether the address is one of the pages around this trial's desk: only these open in a window of their own. */
export function isTrialPage(url: string, file = process.env.STATION_TRIAL_NETWORK): boolean {
  const origins = Object.values(trialPages(file)).map((page) => new URL(page).origin);
  try {
    return origins.includes(new URL(url).origin);
  } catch {
    return false;
  }
}

/** As a citizen's browser: without the bridge, without permissions, and with nothing of the desk's session. */
export function openTrialPage(url: string, from: WebContents): void {
  const pages = session.fromPartition(PARTITION);
  pages.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  pages.setPermissionCheckHandler(() => false);
  const desk = BrowserWindow.fromWebContents(from)?.getParentWindow() ?? BrowserWindow.fromWebContents(from);
  const window = new BrowserWindow({
    width: 520,
    height: 860,
    ...(desk ? { parent: desk } : {}),
    autoHideMenuBar: true,
    webPreferences: { session: pages, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  void window.loadURL(url).catch(() => {}); // the window shows that the page is away
}

export function isOfTrialPages(contents: WebContents): boolean {
  return contents.session === session.fromPartition(PARTITION);
}
