/** A file of this computer in base64, as the service takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly content: string;
}

export async function chosenFiles(list: FileList | null): Promise<ChosenFile[]> {
  return Promise.all([...(list ?? [])].map(read));
}

async function read(file: File): Promise<ChosenFile> {
  let binary = '';
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
  return { name: file.name, content: btoa(binary) };
}

/** Hands something of ours to the person as a file. */
export function saveAsFile(fileName: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
