import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface UnendingServer {
  readonly port: number;
  readonly origin: string;
  /** Bytes that others let it send so far. */
  readonly sent: () => number;
  /** Bytes that it was asked with. */
  readonly heard: () => number;
  close(): void;
}

/** A server on loopback that answers whatever comes with `first`, and then with `again` for as long as it is let. */
export async function startUnending(
  first: string,
  again: string,
  { onConnect = false } = {},
): Promise<UnendingServer> {
  const sockets = new Set<Socket>();
  let [sent, heard] = [0, 0];
  const piece = Buffer.from(again.repeat(Math.ceil(64_000 / Math.max(1, again.length))));
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const flood = () => {
      if (again === '') return;
      while (!socket.destroyed && socket.write(piece)) sent += piece.length;
    };
    const begin = () => {
      socket.write(first);
      socket.on('drain', flood);
      flood();
    };
    if (onConnect) begin();
    else socket.once('data', begin);
    socket.on('data', (bytes) => {
      heard += bytes.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    sent: () => sent,
    heard: () => heard,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
