import { type DestinationName, type DestinationPart, destinationParts } from './destination-part.ts';
import type { DestinationChanged } from './events.ts';

/** Each part as it is set; one that is absent is not used. Without an address nothing is sent or served. */
export type Destination = { readonly [Part in Exclude<DestinationPart, 'password'>]?: string | undefined };

/** What of it is another now. Of accounts and senders only that they changed: they may be somebody's name. */
export function decideDestination(
  destination: DestinationName,
  change: { readonly before: Destination; readonly after: Destination; readonly hasNewPassword?: boolean },
): DestinationChanged[] {
  const { before, after, hasNewPassword = false } = change;
  const changed = destinationParts.filter((part) =>
    part === 'password' ? hasNewPassword : before[part] !== after[part],
  );
  if (changed.length === 0) return [];
  const { address, 'public-url': publicUrl, proxy } = after;
  const data = {
    destination,
    changed,
    ...(address === undefined ? {} : { address }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(proxy === undefined ? {} : { proxy }),
  };
  return [{ type: 'DestinationChanged', version: 1, data }];
}

/** As it is written before a port. */
export function addressOf(host: string, port: number): string {
  return `${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
}
