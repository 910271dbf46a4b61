import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { FromService, ToService } from '../../contracts/ipc/protocol.ts';

/** A running service process, whichever kind it is. */
export interface Channel {
  readonly kind: 'utility' | 'node';
  readonly pid: () => number | undefined;
  post(message: ToService): void;
  onMessage(listener: (message: FromService) => void): void;
  /** Told once, with the signal or code. */
  onExit(listener: (reason: string) => void): void;
  /** Asks it to finish and go. */
  end(): void;
  /** Ends it at once, also where it does not listen any more. */
  kill(): void;
}

/** What we need of Electron's `utilityProcess`; passed in, so that this file runs without Electron. */
export interface UtilityProcessModule {
  fork(
    entry: string,
    args: string[],
    options: { serviceName: string; stdio: 'inherit'; env: NodeJS.ProcessEnv },
  ): {
    pid?: number | undefined;
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: FromService) => void): unknown;
    on(event: 'exit', listener: (code: number) => void): unknown;
    kill(): boolean;
  };
}

export function utilityChannel(utilityProcess: UtilityProcessModule, entry: string): Channel {
  const options = { serviceName: 'Impfpass Station', stdio: 'inherit' as const, env: serviceEnv() };
  const child = utilityProcess.fork(entry, [], options);
  return {
    kind: 'utility',
    pid: () => child.pid,
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', (code) => listener(`code ${code}`)),
    end: () => child.kill(),
    kill: () => killProcess(child.pid),
  };
}

/** Under a runtime that is too old for the database addon: the same service under an external Node. */
export function nodeChannel(entry: string, execPath: string): Channel {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = serviceEnv();
  const child: ChildProcess = fork(entry, [], {
    execPath,
    execArgv: [],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    kind: 'node',
    pid: () => child.pid,
    post: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromService)),
    onExit: (listener) => {
      let isTold = false;
      const tell = (reason: string) => {
        if (!isTold) listener(reason);
        isTold = true;
      };
      child.on('error', (error) => tell(error.name));
      child.on('exit', (code, signal) => tell(signal ?? `code ${code}`));
    },
    end: () => {
      // The service finishes what it has in hand and exits when nobody is connected any more.
      if (child.connected) child.disconnect();
    },
    kill: () => killProcess(child.pid),
  };
}

/** A process that was stopped hears of no other signal. */
function killProcess(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

const NODE_API_OF_DATABASE = 10;

/** Which kind this runtime can carry: the database addon needs Node-API 10. */
export function channelKind(nodeApi: string | undefined): Channel['kind'] {
  return Number(nodeApi ?? 0) >= NODE_API_OF_DATABASE ? 'utility' : 'node';
}

/**
 * As many threads in the pool as there are cores: passes are signed there, and with more threads than cores they
 * would take the event loop its turn.
 */
function serviceEnv(): NodeJS.ProcessEnv {
  return { UV_THREADPOOL_SIZE: String(Math.max(2, availableParallelism())), ...process.env };
}
