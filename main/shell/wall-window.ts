import { BrowserWindow, screen, type WebContents } from 'electron';
import { lockedPreferences } from './open-window.ts';
import { wallPage } from './origin.ts';
import { wallPlace } from './wall-place.ts';

/** The only thing that the wall may ask. */
export const wallChannel = 'board.room';

/** How long no key has to come until the keyboard goes to the desk: a scan ends before. */
const CALM_MS = 300;

let wall: BrowserWindow | undefined;

/**
 * The screen on the wall: full screen on a second monitor, else an ordinary window. It never takes the keyboard, so
 * that whoever scans next scans into the desk's window, and goes with that window.
 */
export function openWallWindow(preload: string, desk: BrowserWindow): void {
  if (wall) return void wall.showInactive();
  const opened = new BrowserWindow({
    width: 1280,
    height: 720,
    show: false,
    title: 'Impfpass Station',
    autoHideMenuBar: true,
    backgroundColor: '#083b45',
    webPreferences: lockedPreferences(preload),
  });
  wall = opened;
  const place = () => placeWall(opened, desk);
  const close = () => opened.close();
  screen.on('display-added', place);
  screen.on('display-removed', place);
  desk.once('closed', close);
  opened.once('closed', () => {
    wall = undefined;
    screen.off('display-added', place);
    screen.off('display-removed', place);
    desk.off('closed', close);
  });
  opened.once('ready-to-show', () => {
    opened.showInactive();
    place();
  });
  giveKeysBack(opened, desk);
  void opened.loadURL(wallPage);
}

/** By the window, not by its address: what it may do does not change with what it loads. */
export function isOfWall(contents: WebContents): boolean {
  return wall?.webContents === contents;
}

/** A monitor that is unplugged must not leave the wall lying over the desk. */
function placeWall(opened: BrowserWindow, desk: BrowserWindow): void {
  const place = wallPlace(screen.getAllDisplays(), screen.getDisplayMatching(desk.getBounds()));
  if (place) opened.setBounds(place);
  opened.setFullScreen(place !== undefined);
  if (!place) desk.moveTop();
}

/** Whoever clicked on the wall and scans then is heard at the second scan: half a code must not reach the desk. */
function giveKeysBack(opened: BrowserWindow, desk: BrowserWindow): void {
  let calm: NodeJS.Timeout | undefined;
  opened.webContents.on('before-input-event', (event, { key, control, alt, meta }) => {
    if (key === 'Escape' || control || alt || meta) return;
    event.preventDefault();
    clearTimeout(calm);
    calm = setTimeout(() => {
      if (!desk.isDestroyed()) desk.focus();
    }, CALM_MS);
  });
}
