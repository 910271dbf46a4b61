import os from 'node:os';
import path from 'node:path';

/** Where the centre of this user lives, the same for every shell; a live one never beside its trial. */
export function defaultDirectory(mode: 'trial' | 'live'): string {
  const given = process.env.IMPFPASS_DIR;
  if (given) return given;
  const home = os.homedir();
  const base =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (process.env.XDG_DATA_HOME ?? path.join(home, '.local', 'share'));
  return path.join(base, 'impfpass-station', mode);
}
