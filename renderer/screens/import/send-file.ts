import type { Answer } from '../../../contracts/ipc/answer.ts';
import { chunkBytes } from '../../../contracts/ipc/import-limits.ts';
import type { StationClient } from '../../../contracts/ipc/protocol.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { base64Of } from '../../../ui/base64.ts';

/** Sends a file to the service piece by piece and has every row checked. Answers what went wrong, if anything. */
export async function sendFile(
  client: StationClient,
  file: File,
  begin: Omit<ChannelInput<'import.begin'>, 'fileName' | 'size'>,
  onBegun: () => void,
): Promise<Extract<Answer, { ok: false }> | undefined> {
  const { importId } = begin;
  const begun = await client.ask('import.begin', {
    ...begin,
    fileName: file.name.slice(-255),
    size: file.size,
  });
  if (!begun.ok) return begun;
  onBegun();
  for (let index = 0; index * chunkBytes < file.size; index++) {
    const piece = await file.slice(index * chunkBytes, (index + 1) * chunkBytes).arrayBuffer();
    const taken = await client.ask('import.chunk', {
      importId,
      index,
      bytes: base64Of(new Uint8Array(piece)),
    });
    if (!taken.ok) return taken;
  }
  const checked = await client.ask('import.check', { importId });
  return checked.ok ? undefined : checked;
}
