import sharp from 'sharp';

/** Thumbnails of noise in three scales: images that do not compress, so that a pass has a known weight. */
export async function noiseThumbnails(points: number): Promise<[string, Uint8Array][]> {
  return Promise.all(
    [1, 2, 3].map(async (scale): Promise<[string, Uint8Array]> => {
      const side = points * scale;
      const raw = { width: side, height: side, channels: 3 as const };
      const png = await sharp(noise(side * side * 3), { raw })
        .png()
        .toBuffer();
      return [`thumbnail${scale === 1 ? '' : `@${scale}x`}.png`, png];
    }),
  );
}

/** The same for every run. */
function noise(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  let state = 1;
  for (let i = 0; i < bytes; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    buffer[i] = state >>> 16;
  }
  return buffer;
}
