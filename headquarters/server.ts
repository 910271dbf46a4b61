import { readSettings } from './settings.ts';
import { startHeadquarters } from './start-headquarters.ts';
import { StoreFault, sentenceOf } from './store/store-fault.ts';

/** `npm run headquarters`: starts the server and says where it is. */
async function main(): Promise<void> {
  const running = await startHeadquarters({ settings: readSettings(process.argv.slice(2), process.env) });
  process.stdout.write(`Headquarters: ${running.address}\n`);
  if (running.firstAdministratorLink)
    process.stdout.write(`First administrator: ${running.firstAdministratorLink}\n`);
  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    void running.close().then(() => process.exit(0));
  };
  process.on('SIGINT', close).on('SIGTERM', close);
}

main().catch((error: unknown) => {
  if (error instanceof StoreFault) process.stderr.write(`${sentenceOf(error.code)}\n`);
  else if (error instanceof TypeError) process.stderr.write(`${error.message}\n`);
  else if ((error as { code?: string }).code === 'EADDRINUSE')
    process.stderr.write('The port is taken. Please give another one: --port 8421\n');
  else throw error;
  process.exitCode = 1;
});
