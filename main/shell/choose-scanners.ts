import { BrowserWindow, dialog, type Session } from 'electron';
import type { AllowedScanners } from './allowed-scanners.ts';
import { isOurs } from './origin.ts';

/** Answers the page's wish for a scanner: the only one that fits, or the one that the person picks of several. */
export function chooseScanners(session: Session, allowed: AllowedScanners): void {
  session.on('select-hid-device', (event, { deviceList, frame }, callback) => {
    event.preventDefault();
    const fitting = isOurs(frame?.url) ? deviceList.filter((device) => allowed.mayUse('hid', device)) : [];
    void choose(fitting.map(({ deviceId, name }) => ({ id: deviceId, name }))).then((id) => callback(id));
  });
  session.on('select-serial-port', (event, ports, contents, callback) => {
    event.preventDefault();
    const fitting = isOurs(contents.getURL()) ? ports.filter((port) => allowed.mayUse('serial', port)) : [];
    const named = fitting.map(({ portId, portName, displayName }) => ({
      id: portId,
      name: displayName ? `${displayName} (${portName})` : portName,
    }));
    void choose(named).then((id) => callback(id ?? ''));
  });
}

const CANCEL = { id: undefined, name: 'Abbrechen / Cancel' };

async function choose(
  fitting: readonly { readonly id: string; readonly name: string }[],
): Promise<string | undefined> {
  const [only, another] = fitting;
  if (!another) return only?.id;
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return undefined;
  const offered = [...fitting, CANCEL];
  const { response } = await dialog.showMessageBox(window, {
    message: 'Welcher Scanner? / Which scanner?',
    buttons: offered.map(({ name }) => name),
    cancelId: offered.length - 1,
    noLink: true,
  });
  return offered[response]?.id;
}
