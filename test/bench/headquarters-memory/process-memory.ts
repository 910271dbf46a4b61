import { readdirSync, readFileSync } from 'node:fs';

/** Millions of bytes, what is shared with other processes in proportion (PSS). */
export interface MemoryMB {
  readonly total: number;
  readonly server: number;
  readonly postgres: number;
}

/** Of a server and of every process below it. Linux alone tells it. */
export function memoryOf(pid: number): MemoryMB {
  const server = pssOf(pid);
  const postgres = below(pid).reduce((sum, each) => sum + pssOf(each), 0);
  return { total: rounded(server + postgres), server: rounded(server), postgres: rounded(postgres) };
}

function pssOf(pid: number): number {
  try {
    const [, kib = '0'] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return (Number(kib) * 1024) / 1e6;
  } catch {
    return 0; // it ended in between
  }
}

function below(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)))
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // ended in between
    }
  const isBelow = (each: number | undefined): boolean =>
    each !== undefined && (parents.get(each) === pid || isBelow(parents.get(each)));
  return [...parents.keys()].filter(isBelow);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
