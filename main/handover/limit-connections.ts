import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  /** At the same time, of one address. */
  readonly ofOne: number;
  readonly ofAll: number;
  /** Many people stand behind it: no limit of its own. */
  readonly isProxy: (address: string) => boolean;
}

/**
 * Keeps a server open for everybody: where one address, or all together, hold more connections than there is room for,
 * one of them that has asked nothing yet makes room for the new one, and without such one the new one is closed.
 */
export function limitConnections(server: Server, { ofOne, ofAll, isProxy }: ConnectionLimits): void {
  const open = new Map<Socket, { readonly address: string; isSilent: boolean }>();
  const makeRoom = (sockets: readonly Socket[], most: number): boolean => {
    if (sockets.length <= most) return true;
    const silent = sockets.find((socket) => open.get(socket)?.isSilent);
    const newest = sockets.at(-1);
    (silent ?? newest)?.destroy();
    return silent !== newest && silent !== undefined;
  };
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    open.set(socket, { address, isSilent: true });
    socket.once('close', () => open.delete(socket));
    const ofSame = isProxy(address) ? [] : [...open].filter(([, known]) => known.address === address);
    const hasRoom = makeRoom(
      ofSame.map(([same]) => same),
      ofOne,
    );
    if (hasRoom)
      makeRoom(
        [...open.keys()].filter(({ destroyed }) => !destroyed),
        ofAll,
      );
  });
  server.on('request', ({ socket }) => {
    const known = open.get(socket);
    if (known) known.isSilent = false;
  });
}
