import { BrowserWindow, type WebPreferences } from 'electron';
import { origin } from './origin.ts';

/** No window of ours has more than the bridge. */
export function lockedPreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
}

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Impfpass Station',
    backgroundColor: '#f4f6f7',
    webPreferences: lockedPreferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${origin}/index.html`);
  return window;
}
