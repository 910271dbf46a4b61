import { decodeQR, type Quad } from 'qr/decode.js';
import type { DecodedSymbol } from './decoded-symbol.ts';
import type { GreyImage } from './grey-image.ts';

/** A second opinion on QR codes: another detector, good at blurred and slanted ones. */
export function readWithQr({ width, height, data }: GreyImage, mostMs: number): DecodedSymbol | undefined {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, p = 0; i < data.length; i++, p += 3) {
    const value = data[i] as number;
    rgb[p] = value;
    rgb[p + 1] = value;
    rgb[p + 2] = value;
  }
  let corners: Quad | undefined;
  try {
    const text = decodeQR(
      { width, height, data: rgb },
      {
        format: 'RGB',
        timeLimit: mostMs,
        effort: 4,
        pointsOnDetect: ({ bounds }) => {
          corners = bounds;
        },
      },
    );
    if (text === '') return undefined;
    return { text, symbology: 'QRCode', isGs1: false, corners };
  } catch {
    return undefined; // this reader says 'nothing found' by throwing
  }
}
