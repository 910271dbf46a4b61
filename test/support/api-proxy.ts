import { once } from 'node:events';
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `answer-lost`: it was done, and nobody is told. `answer-cut`: half of its body comes. */
export type Trouble =
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'answer-lost'
  | 'answer-cut';

const openProxies: Server[] = [];

export function closeProxies(): void {
  for (const proxy of openProxies.splice(0)) {
    proxy.closeAllConnections();
    proxy.close();
  }
}

/** Something on the way to headquarters, which does this to the next requests of that path. */
export async function aProxy(address: string, target: string, ...troubles: Trouble[]) {
  const asked: { readonly key: string | undefined; readonly at: number }[] = [];
  const proxy = createServer((from, to) => {
    const isMeant = from.url?.startsWith(target) === true;
    if (isMeant) asked.push({ key: from.headers['idempotency-key'] as string | undefined, at: Date.now() });
    const trouble = isMeant ? troubles.shift() : undefined;
    if (typeof trouble === 'object') {
      from.resume();
      to.writeHead(trouble.status, trouble.headers).end();
      return;
    }
    const { url: path, method, headers } = from;
    const on = forward(new URL(address), { path, method, headers }, (answer) => {
      if (trouble === 'answer-lost') return answer.resume().on('end', () => from.socket.destroy());
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      if (trouble !== 'answer-cut') return answer.pipe(to);
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      return answer.on('end', () => {
        const body = Buffer.concat(parts);
        to.write(body.subarray(0, body.length / 2), () => from.socket.destroy());
      });
    });
    from.pipe(on);
  });
  openProxies.push(proxy);
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return { address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
}
