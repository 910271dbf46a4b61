import { networkInterfaces } from 'node:os';

/** The addresses of this machine in its networks; its own loopback last, for a trial. */
export function localAddresses(): string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family }) => family === 'IPv4');
  const own = found.filter(({ internal }) => !internal).map(({ address }) => address);
  return [...own, '127.0.0.1'];
}
