import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StoreFault } from '../store-fault.ts';
import { commandFor, type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';

export interface EmbeddedPostgres {
  /** The address of one of its databases, for the role that owns everything. */
  url(database: string): string;
  /** Ends it as an administrator would: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
  /** Of the server that runs now. */
  readonly pid: number;
}

export interface EmbeddedOptions {
  /** Holds the cluster; made when it is not there. */
  readonly dir: string;
  /** A port of 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** `false` for tests alone: a power cut may lose everything then. */
  readonly isDurable?: boolean;
}

const START_WITHIN_MS = 15_000;
const MOST_LAUNCHES = 4;
const LAUNCH_AGAIN_MS = 750;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const OWNER = 'headquarters';

/**
 * Starts a PostgreSQL of our own on loopback and answers when it takes connections. One that dies is started again.
 * @throws StoreFault `no-postgres`, `cluster-not-made`, `postgres-not-started`
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = postgresBinaries();
  if (!binaries) throw new StoreFault('no-postgres');
  const password = makeCluster(binaries, options);
  const port = options.port ?? (await freePort());
  const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  const launchIt = () => launch(binaries, options, port);
  const server = keepRunning(await launchUntilReady(launchIt, url('postgres')), launchIt);
  return {
    url,
    get pid() {
      return server.child().pid ?? 0;
    },
    stop: server.stop,
  };
}

/** Whatever ends the server but ourselves: it recovers what was committed, and whoever uses it connects again. */
function keepRunning(first: ChildProcess, launchAgain: () => ChildProcess) {
  let child = first;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let startedAt = performance.now();
  let pause = SHORTEST_PAUSE_MS;
  const ended = () => {
    if (isStopping) return;
    const isSteady = performance.now() - startedAt > LONGEST_PAUSE_MS;
    pause = isSteady ? SHORTEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
    timer = setTimeout(() => {
      startedAt = performance.now();
      child = launchAgain();
      watch();
    }, pause);
  };
  // One that could not be launched has no exit, only an error and a close.
  const watch = () => child.on('error', () => {}).once('close', ended);
  watch();
  return {
    child: () => child,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await stopChild(child);
    },
  };
}

/** Makes a database in it, unless it is there. `name`: letters, digits and `_`. */
export async function createDatabase(postgres: EmbeddedPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    return postgres.url(name);
  } finally {
    await client.end();
  }
}

function makeCluster(binaries: PostgresBinaries, { dir, isDurable = true }: EmbeddedOptions): string {
  const cluster = path.join(dir, 'cluster');
  const passwordFile = path.join(dir, 'owner.password');
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8').trim();
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  rmSync(cluster, { recursive: true, force: true }); // one that was never finished
  writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  const words = [
    '-D',
    cluster,
    '-U',
    OWNER,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...(isDurable ? [] : ['--no-sync']),
  ];
  const [command = '', ...first] = commandFor(binaries.initdb, false);
  const { status } = spawnSync(command, [...first, ...words], { stdio: 'ignore', env: plainEnv() });
  if (status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new StoreFault('cluster-not-made');
  }
  return readFileSync(passwordFile, 'utf8').trim();
}

function launch(binaries: PostgresBinaries, options: EmbeddedOptions, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '32MB',
    max_connections: '100',
    ...(options.isDurable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...first] = commandFor(binaries.postgres, true);
  const cluster = path.join(options.dir, 'cluster');
  return spawn(command, [...first, '-D', cluster, '-p', String(port), ...words], {
    stdio: 'ignore',
    env: plainEnv(),
  });
}

/** The server of a process that was killed may still be going down, and keeps the next one out until it is gone. */
async function launchUntilReady(launchIt: () => ChildProcess, url: string): Promise<ChildProcess> {
  for (let left = MOST_LAUNCHES; left > 0; left -= 1) {
    const child = launchIt();
    if (await isReady(child, url)) return child;
    child.kill('SIGINT');
    await wait(LAUNCH_AGAIN_MS);
  }
  throw new StoreFault('postgres-not-started');
}

async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  const until = performance.now() + START_WITHIN_MS;
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  child.once('exit', end).once('error', end);
  while (!hasEnded && performance.now() < until) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {}); // tried again
    try {
      await client.connect();
      return !hasEnded;
    } catch {
      await wait(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Without the variables by which an operator's own PostgreSQL is found. */
function plainEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
