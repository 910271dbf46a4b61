import { parentPort } from 'node:worker_threads';
import { drawPdf, type PdfOrder } from '../../documents/pdf-order.ts';

export interface PdfRequest {
  readonly id: number;
  readonly order: PdfOrder;
}

export type PdfReply =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly fault: string };

/** Entry of the thread that draws PDFs, one after the other: the fonts alone take it a second. */
let turn = Promise.resolve();
parentPort?.on('message', ({ id, order }: PdfRequest) => {
  turn = turn.then(async () => parentPort?.postMessage(await drawn(id, order)));
});

async function drawn(id: number, order: PdfOrder): Promise<PdfReply> {
  try {
    return { id, bytes: await drawPdf(order) };
  } catch (error) {
    // The stack says where; the message may quote what was to be written.
    return { id, fault: error instanceof Error ? error.name : 'unknown' };
  }
}
