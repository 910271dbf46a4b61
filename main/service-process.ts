import type { FromService, ToService } from '../contracts/ipc/protocol.ts';
import { forbidCoreDumps } from './forbid-core-dumps.ts';
import { createStationService, type StationService } from './service.ts';

/** Electron's way to talk to a utility process; absent under plain Node. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: ToService }) => void): void;
  postMessage(message: FromService): void;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };

/** Entry of the service as a process of its own, under Electron (utilityProcess) or Node (child_process.fork). */
function run(): void {
  forbidCoreDumps(); // before the key of the database comes
  process.umask(0o077);
  if (parentPort) {
    const service = createStationService((message) => parentPort.postMessage(message));
    parentPort.on('message', ({ data }) => service.receive(data));
    parentPort.postMessage({ kind: 'up' });
    endOnSignal(service);
    return;
  }
  if (!process.send) throw new Error('the service is started by the station, not by hand');
  const send = (message: FromService) => process.send?.(message, undefined, undefined, () => {});
  const service = createStationService(send);
  process.on('message', (message: ToService) => service.receive(message));
  process.on('disconnect', () => void end(service)); // the shell is gone: never outlive it
  send({ kind: 'up' });
  endOnSignal(service);
}

function endOnSignal(service: StationService): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(service));
}

async function end(service: StationService): Promise<void> {
  await service.close();
  process.exit(0);
}

run();
