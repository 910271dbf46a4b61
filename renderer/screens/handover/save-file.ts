import type { DeskFile } from '../../../contracts/ipc/handover-contract.ts';

/** Gives a file to the person at the computer, as any download: both shells ask where to, or use their folder. */
export function saveFile({ fileName, mediaType, base64 }: DeskFile): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the file over by the next turn; later it would only hold memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
