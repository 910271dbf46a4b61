import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';

/** Draws the outline of each symbol; the canvas gets the size of the picture that was searched. */
export function drawOutlines(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  symbols: readonly DecodedSymbol[],
): void {
  if (canvas.width !== size.width || canvas.height !== size.height) {
    canvas.width = size.width;
    canvas.height = size.height;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.lineWidth = Math.max(4, size.width / 200);
  context.lineJoin = 'round';
  context.strokeStyle = '#22c55e';
  for (const { corners } of symbols) {
    const [first, ...others] = corners ?? [];
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    for (const { x, y } of others) context.lineTo(x, y);
    context.closePath();
    context.stroke();
  }
}

export function clearOutlines(canvas: HTMLCanvasElement): void {
  canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
}
