import { parseArgs } from 'node:util';
import { reissueAll } from './reissue/reissue-all.ts';

/**
 * All passes of a centre are brought to a new template by a process that is killed on the way. Every one has to be
 * signed anew and proved, none redesigned twice, and the memory of the process has to stay flat.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { passes: { type: 'string', default: '10000' }, kills: { type: 'string', default: '3' } },
  });
  const result = await reissueAll(Number(values.passes), Number(values.kills));
  if (json) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(16)} ${value}`);
  process.exitCode = result.unsigned + result.redesignedTwice === 0 ? 0 : 1;
}
