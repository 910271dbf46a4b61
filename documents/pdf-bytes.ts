import { buffer } from 'node:stream/consumers';
import type PDFDocument from 'pdfkit';

/** All of a document once it has ended, in memory of its own: it can go to another thread. */
export async function pdfBytes(document: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  return new Uint8Array(await buffer(document));
}
