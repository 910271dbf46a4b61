import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A real disk of a few megabytes, filled and emptied at will. */
export interface SmallDisk {
  readonly dir: string;
  /** Leaves no byte free. */
  fill(): void;
  empty(): void;
  unmount(): void;
}

/** A disk of its own in memory, where that is allowed: on Linux, to root. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'small-disk-'));
  if (!succeeds('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', dir]))
    return undefined;
  const ballast = path.join(dir, 'ballast');
  return {
    dir,
    fill: () => {
      const { bavail, bsize } = statfsSync(dir);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    empty: () => rmSync(ballast),
    unmount: () => {
      succeeds('umount', ['-l', dir]);
      rmSync(dir, { recursive: true });
    },
  };
}

/** A library that keeps a process from reading some files, where one can be built: on Linux, with a C compiler. */
export function silentDisk(): { readonly library: string; readonly flag: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'silent-disk-'));
  const library = path.join(dir, 'silent-disk.so');
  const source = path.resolve('test/support/silent-disk.c');
  return succeeds('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'])
    ? { library, flag: path.join(dir, 'silent') }
    : undefined;
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
