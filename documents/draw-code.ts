import type PDFDocument from 'pdfkit';
import encodeQR from 'qr';

const QUIET_MODULES = 4;

/** A QR code with its quiet zone, in a square of that size (points). */
export function drawCode(
  document: InstanceType<typeof PDFDocument>,
  content: string,
  x: number,
  y: number,
  size: number,
): void {
  const modules = encodeQR(content, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const side = size / modules.length;
  for (const [row, cells] of modules.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) document.rect(x + column * side, y + row * side, side, side);
  document.fill('#000000');
}
