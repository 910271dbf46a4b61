import { inflateSync } from 'node:zlib';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';

/** A whole certificate is below 5 kB; a bomb is not let grow. */
const maximumBytes = 65_536;

export type CompressionRefusal = 'compression-broken' | 'compression-too-large';

/** The zlib stream (RFC 1950) of an HCERT, at any level. */
export function decompressHcert(bytes: Uint8Array): Result<Uint8Array, CompressionRefusal> {
  try {
    return accept(inflateSync(bytes, { maxOutputLength: maximumBytes }));
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(isTooLarge ? 'compression-too-large' : 'compression-broken');
  }
}
