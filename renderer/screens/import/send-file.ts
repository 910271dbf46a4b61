import type { Answer } from '../../../contracts/ipc/answer.ts';
import { chunkBytes } from '../../../contracts/ipc/import-limits.ts';
import type { StationClient } from '../../../contracts/ipc/protocol.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { base64Of } from '../../../ui/base64.ts';

type Fault = Extract<Answer, { ok: false }>;

export interface Sending {
  /** The service has taken the file on: it is sent from now on. */
  onBegun(): void;
  /** Why the next piece has to wait; undefined once it was taken. */
  onWaiting(fault: Fault | undefined): void;
}

/** What passes by itself, or once somebody made room: the piece is sent again until it has. */
const passing: ReadonlySet<string> = new Set(['disk-full', 'disk-silent', 'store-locked']);
const AGAIN_MS = 5_000;

/** Sends a file to the service piece by piece and has every row checked. Answers what went wrong, if anything. */
export async function sendFile(
  client: StationClient,
  file: File,
  begin: Omit<ChannelInput<'import.begin'>, 'fileName' | 'size'>,
  { onBegun, onWaiting }: Sending,
): Promise<Fault | undefined> {
  const untilTaken = async (ask: () => Promise<Answer>): Promise<Answer> => {
    let isWaiting = false;
    for (;;) {
      const answer = await ask();
      const waits = !answer.ok && 'refusal' in answer && passing.has(answer.refusal.reason);
      if (waits || isWaiting) onWaiting(waits ? answer : undefined);
      if (!waits) return answer;
      isWaiting = true;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  };
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
    const bytes = base64Of(new Uint8Array(piece));
    const taken = await untilTaken(() => client.ask('import.chunk', { importId, index, bytes }));
    if (!taken.ok) return taken;
  }
  const checked = await untilTaken(() => client.ask('import.check', { importId }));
  return checked.ok ? undefined : checked;
}
