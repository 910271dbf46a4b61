import { app, type Session } from 'electron';
import type { AllowedScanners } from './allowed-scanners.ts';
import { isOurs, wallPage } from './origin.ts';
import { isOfTrialPages, isTrialPage, openTrialPage } from './trial-windows.ts';
import { isOfWall } from './wall-window.ts';

/**
 * Electron grants everything by default. Here only our page gets two things: the camera, without the microphone,
 * and the scanners of the allow list. The screen on the wall gets nothing.
 */
export function lockSession(session: Session, allowed: AllowedScanners): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const mediaTypes = (details as { mediaTypes?: readonly string[] }).mediaTypes;
    callback(
      permission === 'media' && isOurs(contents.getURL()) && !isOfWall(contents) && isVideoOnly(mediaTypes),
    );
  });
  session.setPermissionCheckHandler((contents, permission, requestingOrigin, details) => {
    if (!isOurs(requestingOrigin) || (contents && isOfWall(contents))) return false;
    if (permission === 'hid' || permission === 'serial') return true;
    return permission === 'media' && (details.mediaType === 'video' || details.mediaType === 'unknown');
  });
  session.setDevicePermissionHandler(
    ({ deviceType, device, origin }) => isOurs(origin) && allowed.mayUse(deviceType, device),
  );
}

/**
 * No page of ours opens a window, leaves our origin or embeds anything, whatever it was made to try; but for the pages
 * around a trial's desk and the screen on the wall, which open in windows of their own.
 */
export function lockContents(openWall: () => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (url === wallPage && isOurs(contents.getURL())) openWall();
      else if (isTrialPage(url)) openTrialPage(url, contents);
      return { action: 'deny' };
    });
    const stay = (event: { preventDefault(): void }, url: string) => {
      const mayGo = isOfTrialPages(contents) ? isTrialPage(url) : isOurs(url);
      if (!mayGo) event.preventDefault();
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

function isVideoOnly(mediaTypes: readonly string[] | undefined): boolean {
  return mediaTypes !== undefined && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}
