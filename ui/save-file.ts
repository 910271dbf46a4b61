import { bytesOfBase64 } from './base64.ts';

/** A file made by the service, as an answer carries it. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Hands a file to the person at the window. */
export function saveFile({ fileName, mediaType, base64 }: FileAnswer): void {
  saveParts(fileName, [bytesOfBase64(base64)], mediaType);
}

/** The same of a file that the page made: both shells save what a link with `download` names. */
export function saveParts(fileName: string, parts: BlobPart[], mediaType: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the data once it began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
