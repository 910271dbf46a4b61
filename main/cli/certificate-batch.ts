import type { Readable } from 'node:stream';
import { z } from 'zod';
import { readJson } from '../../domain/kernel/read-json.ts';
import { type DocumentSigner, readDocumentSigner } from '../../issuing/certificate/hcert/document-signer.ts';
import { evaluateHcert } from '../../issuing/certificate/hcert/evaluate-hcert.ts';
import { boundedLines } from './bounded-lines.ts';
import type { CliIo } from './cli-command.ts';

const request = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  certificates: z.array(z.string()).max(10_000).nullish(),
  at: z.string().nullish(),
});

/** One code as JSON on each line, one answer as JSON on each line, in the same order. */
export async function evaluateBatch(input: Readable, nowMs: () => number, io: CliIo): Promise<number> {
  const signers = createSignerCache();
  for await (const line of boundedLines(input)) {
    if (line?.trim() === '') continue;
    const evaluated =
      line === undefined ? { error: 'This line is too long.' } : evaluateLine(line, signers, nowMs);
    io.out(JSON.stringify(evaluated));
    await io.ready?.();
  }
  return 0;
}

/** What one line asks for, evaluated; `{id, error}` for a line that asks for nothing sensible. */
export function evaluateLine(line: string, signerOf: SignerOf, nowMs: () => number): object {
  const value = readJson(line);
  const id = typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
  const parsed = request.safeParse(value);
  if (!parsed.success) return { ...id, error: value === undefined ? 'This line is not JSON.' : wanted };
  const { text, certificates, at } = parsed.data;
  const atMs = at == null ? nowMs() : momentOf(at);
  if (Number.isNaN(atMs)) return { ...id, error: `'${at}' is no moment in time (ISO 8601).` };
  const signers = (certificates ?? []).flatMap((text) => signerOf(text) ?? []);
  const { unprefix, base45, compression, decode, schema, signature, expiry, keyUsage } = evaluateHcert(
    text,
    signers,
    atMs,
  );
  return {
    ...id,
    unprefix: unprefix.ok,
    base45: base45?.ok,
    compression: compression?.ok,
    decode: decode?.ok,
    schema: schema?.ok,
    signature: signature?.ok,
    expiry: expiry?.ok,
    keyUsage: keyUsage?.ok,
    payload: decode?.ok ? decode.value.certificate : undefined,
  };
}

export type SignerOf = (base64: string) => DocumentSigner | undefined;

/** Reading a certificate costs more than using it, and batches name the same few again and again. */
export function createSignerCache(): SignerOf {
  const known = new Map<string, DocumentSigner | undefined>();
  return (base64) => {
    if (!known.has(base64)) {
      if (known.size >= 1_000) known.clear();
      const signer = readDocumentSigner(Buffer.from(base64.replace(/-----[^-]+-----/g, ''), 'base64'));
      known.set(base64, signer.ok ? signer.value : undefined);
    }
    return known.get(base64);
  };
}

const wanted = 'A line has a text, and may have an id, certificates (base64 of DER) and at (ISO 8601).';

/** Without an offset UTC is meant, whatever the zone of this computer. */
function momentOf(text: string): number {
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T');
  return Date.parse(hasOffset ? text : `${text}Z`);
}
