import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { modules, node24, root } from './paths.mjs';

/** The environment of everything we start: our Node 24 and our tools come first. */
export function childEnv(extra = {}) {
  const first = [path.dirname(node24), path.join(modules, '.bin')].join(path.delimiter);
  return { ...process.env, PATH: `${first}${path.delimiter}${process.env.PATH}`, ...extra };
}

/**
 * Runs to the end with our terminal; answers the exit code. Signals reach the child, which decides. `onOutput` hears
 * what it writes to standard output, beside the terminal.
 */
export function run(command, args, { env = {}, stdio = 'inherit', onOutput } = {}) {
  return new Promise((resolve) => {
    const heard = onOutput ? ['inherit', 'pipe', 'inherit'] : stdio;
    const child = spawn(command, args, { cwd: root, stdio: heard, env: childEnv(env) });
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      onOutput(text);
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('exit', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

/** Runs quietly; answers exit code and output. */
export function capture(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: childEnv(),
    ...options,
  });
  return { code: status ?? 127, out: stdout ?? '', err: stderr ?? '' };
}

const signals = ['SIGINT', 'SIGTERM'];
