/**
 * A signed .pkpass in two parts: the images of its template, the same bytes for every pass of it, and what is this
 * pass's own. Most of a pass are its images: they are copied and stored once, not for each of a million people.
 */
export interface PassFile {
  readonly images: PassImages;
  readonly own: Uint8Array;
}

/** What an archive begins with; `digest` is its SHA-256 in hex. */
export interface PassImages {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** The archive as a phone takes it. */
export function wholePass({ images, own }: PassFile): Uint8Array {
  return Buffer.concat([images.bytes, own]);
}
