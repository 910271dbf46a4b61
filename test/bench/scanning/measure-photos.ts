import { turned } from '../../../decoding/grey-image.ts';
import type { Photo } from './photo-folder.ts';
import { type FoundText, ours, type Reader, zxingLibrary, zxingWasm } from './readers.ts';

type ReaderName = 'ours' | 'zxingWasm' | 'zxingLibrary';
const readers: Readonly<Record<ReaderName, Reader>> = { ours, zxingWasm, zxingLibrary };

export interface FolderResult {
  readonly pictures: number;
  readonly read: Readonly<Record<ReaderName, number>>;
}

export interface PhotoResult {
  readonly folders: Readonly<Record<string, FolderResult>>;
  /** Pictures that any of the readers reads, and of these the share that ours reads. */
  readonly readByAny: number;
  readonly shareOfAnyReader: number;
  /** Pictures where our reader says something else than what is there. */
  readonly misreads: number;
  readonly misreadOn: readonly string[];
  readonly unread: readonly string[];
  readonly shares: Readonly<Record<string, number>>;
}

/** Each picture at four quarter turns, by every reader. */
export async function measurePhotos(photos: readonly Photo[]): Promise<PhotoResult> {
  const folders: Record<string, { pictures: number; read: Record<ReaderName, number> }> = {};
  let readByAny = 0;
  let oursOfAny = 0;
  const misreadOn: string[] = [];
  const unread: string[] = [];
  for (const photo of photos) {
    folders[photo.folder] ??= { pictures: 0, read: { ours: 0, zxingWasm: 0, zxingLibrary: 0 } };
    const folder = folders[photo.folder] as (typeof folders)[string];
    for (const quarters of [0, 1, 2, 3]) {
      const image = turned(photo.image, quarters);
      const right = {} as Record<ReaderName, boolean>;
      for (const name of Object.keys(readers) as ReaderName[]) {
        const found = await readers[name](image);
        right[name] = found.some((each) => says(each, photo));
        if (right[name]) folder.read[name] += 1;
        if (name !== 'ours') continue;
        if (found.length > 0 && !right.ours)
          misreadOn.push(`${photo.folder}/${photo.name} @${quarters * 90}`);
        if (found.length === 0) unread.push(`${photo.folder}/${photo.name} @${quarters * 90}`);
      }
      folder.pictures += 1;
      if (!Object.values(right).some(Boolean)) continue;
      readByAny += 1;
      if (right.ours) oursOfAny += 1;
    }
  }
  return {
    folders,
    readByAny,
    shareOfAnyReader: oursOfAny / Math.max(1, readByAny),
    misreads: misreadOn.length,
    misreadOn,
    unread,
    shares: shareOfKinds(folders),
  };
}

function says({ text, bytes }: FoundText, { expected, expectedBytes }: Photo): boolean {
  if (expectedBytes) return bytes !== undefined && Buffer.compare(bytes, expectedBytes) === 0;
  return plain(text) === plain(expected);
}

/** Control characters stand in the files as names (`<GS>`) or as they are, and a line end may follow. */
function plain(text: string): string {
  return text.replace(/<GS>/g, '\u001d').replace(/\r\n/g, '\n').replace(/\n$/, '');
}

function shareOfKinds(folders: Readonly<Record<string, FolderResult>>): Record<string, number> {
  const sums: Record<string, { pictures: number; read: number }> = {};
  for (const [folder, { pictures, read }] of Object.entries(folders)) {
    const kind = folder.replace(/-\d+$/, '');
    sums[kind] ??= { pictures: 0, read: 0 };
    const sum = sums[kind] as { pictures: number; read: number };
    sum.pictures += pictures;
    sum.read += read.ours;
  }
  return Object.fromEntries(
    Object.entries(sums).map(([kind, { pictures, read }]) => [kind, read / pictures]),
  );
}
