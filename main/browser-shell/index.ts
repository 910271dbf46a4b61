import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDirectory } from '../centre/default-directory.ts';
import { keyFromFile } from '../centre/key-file.ts';
import { openFaultOf } from '../centre/open-fault.ts';
import { forbidCoreDumps } from '../forbid-core-dumps.ts';
import { storeFaultOf } from '../store/store-fault.ts';
import { serveBrowserShell } from './serve-browser-shell.ts';

/** Entry of the station on a machine without a display: the same screens in a browser, on this machine only. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, port: { type: 'string', default: '0' }, live: { type: 'boolean' } },
  });
  if (values.live) {
    process.stderr.write(
      'A live centre is opened with the key store of a computer with a display. Without one, only the trial runs.\n',
    );
    process.exitCode = 1;
    return;
  }
  forbidCoreDumps();
  const dir = path.resolve(values.dir ?? defaultDirectory('trial'));
  let databaseKey: string;
  try {
    databaseKey = keyFromFile(dir);
  } catch (error) {
    process.stderr.write(`${openFaultOf(storeFaultOf(error)?.code ?? 'unexpected').sentence.en}\n`);
    process.exitCode = 1;
    return;
  }
  const shell = await serveBrowserShell({
    rendererDir: path.resolve(import.meta.dirname, '../renderer'),
    serviceEntry: path.join(import.meta.dirname, 'index.cjs'),
    port: Number(values.port),
    options: {
      dir,
      databaseKey,
      keyPlace: 'key-file',
      mode: 'trial',
      runtime: `Node ${process.versions.node}`,
    },
  });
  process.stderr.write(`The database key lies in a file of this directory (trial): ${dir}\n`);
  process.stdout.write(`Impfpass Station: ${shell.address}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void shell.close().then(() => process.exit(0)));
}

void run();
