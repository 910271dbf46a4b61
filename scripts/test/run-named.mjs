// node run-named.mjs FOLDER NAME [--json] [more]: runs test/bench/NAME.ts or test/campaigns/NAME.ts.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../bootstrap/paths.mjs';
import { stop } from '../bootstrap/say.mjs';

const [folder, name, ...args] = process.argv.slice(2);
const file = path.join(root, folder, `${name}.ts`);
if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : [];
  const known = names.filter((each) => each.endsWith('.ts')).map((each) => each.slice(0, -3));
  stop(`Which one? ${known.join(', ')}`);
}
const { run } = await import(pathToFileURL(file).href);
await run({ json: args.includes('--json'), args: args.filter((word) => word !== '--json') });
