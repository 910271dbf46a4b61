import { parseArgs } from 'node:util';
import { StoreFault, sentenceOf } from '../headquarters/store/store-fault.ts';
import { type RunningTrial, startTrial, tellNetwork } from './start-trial.ts';

/**
 * `node trial/index.ts --dir DIR --told FILE`: runs the network around the trial's desk until standard input ends, and
 * writes into FILE where it is, or why it is not there.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dir: { type: 'string' }, told: { type: 'string' } } });
  const { dir, told } = values;
  if (!dir || !told) throw new TypeError('--dir and --told are needed.');
  let trial: RunningTrial;
  try {
    trial = await startTrial(dir);
  } catch (error) {
    tellNetwork(told, { fault: error instanceof StoreFault ? sentenceOf(error.code) : 'unexpected' });
    throw error;
  }
  trial.tell(told);
  process.stderr.write(
    [
      `Booking page: ${trial.addresses.booking}`,
      `Phone of the trial: ${trial.addresses.phone}`,
      `What an existing system hears: ${trial.addresses.system}\n`,
    ].join('\n'),
  );
  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    void trial.close().then(() => process.exit(0));
  };
  // Whoever started us is gone, whatever became of it.
  process.stdin.on('end', close).on('error', close).resume();
  process.on('SIGINT', close).on('SIGTERM', close);
}

main().catch((error: unknown) => {
  process.stderr.write(`The headquarters of the trial did not start: ${(error as Error).message}\n`);
  process.exitCode = 1;
});
