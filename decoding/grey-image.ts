/** A picture in shades of grey, a byte a pixel, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Luma of RGBA pixels (BT.601, in integers); transparent ones count as white paper. */
export function greyOf(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < data.length; i++, p += 4) {
    const alpha = rgba[p + 3] ?? 255;
    const luma =
      ((rgba[p] as number) * 77 + (rgba[p + 1] as number) * 150 + (rgba[p + 2] as number) * 29) >> 8;
    data[i] = alpha === 255 ? luma : (luma * alpha + 255 * (255 - alpha)) / 255;
  }
  return { width, height, data };
}

/** Half the size: each pixel the mean of four. Takes noise and moire out, keeps modules of four pixels and more. */
export function halved({ width, height, data }: GreyImage): GreyImage {
  const [w, h] = [width >> 1, height >> 1];
  const half = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const above = 2 * y * width;
    for (let x = 0; x < w; x++) {
      const at = above + 2 * x;
      const sum =
        (data[at] as number) +
        (data[at + 1] as number) +
        (data[at + width] as number) +
        (data[at + width + 1] as number);
      half[y * w + x] = sum >> 2;
    }
  }
  return { width: w, height: h, data: half };
}

/** Twice the size, with values in between: small modules become large enough for a reader's grid. */
export function doubled({ width, height, data }: GreyImage): GreyImage {
  const [w, h] = [width * 2, height * 2];
  const large = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const top = Math.min(height - 1, Math.max(0, (y - 1) >> 1));
    const bottom = Math.min(height - 1, top + 1);
    const down = y % 2 === 1 ? 1 : 3;
    for (let x = 0; x < w; x++) {
      const left = Math.min(width - 1, Math.max(0, (x - 1) >> 1));
      const right = Math.min(width - 1, left + 1);
      const across = x % 2 === 1 ? 1 : 3;
      const upper =
        (data[top * width + left] as number) * (4 - across) + (data[top * width + right] as number) * across;
      const lower =
        (data[bottom * width + left] as number) * (4 - across) +
        (data[bottom * width + right] as number) * across;
      large[y * w + x] = (upper * (4 - down) + lower * down) >> 4;
    }
  }
  return { width: w, height: h, data: large };
}

/** Each pixel as a square of `times` by `times`, with white paper of four of these around it all. */
export function repeated({ width, height, data }: GreyImage, times: number): GreyImage {
  const border = 4 * times;
  const [w, h] = [width * times + 2 * border, height * times + 2 * border];
  const large = new Uint8Array(w * h).fill(255);
  for (let y = 0; y < height * times; y++) {
    const row = Math.floor(y / times) * width;
    const at = (y + border) * w + border;
    for (let x = 0; x < width * times; x++) large[at + x] = data[row + Math.floor(x / times)] as number;
  }
  return { width: w, height: h, data: large };
}

/** Mean of 3 by 3 pixels: takes out sensor noise and the grid of a phone screen. */
export function blurred({ width, height, data }: GreyImage): GreyImage {
  const rows = new Uint16Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? at - 1 : at;
      const right = x < width - 1 ? at + 1 : at;
      rows[at] = (data[left] as number) + (data[at] as number) + (data[right] as number);
    }
  const soft = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? -width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      soft[at] = ((rows[at + above] as number) + (rows[at] as number) + (rows[at + below] as number)) / 9;
    }
  }
  return { width, height, data: soft };
}

/** The darkest and brightest hundredth become black and white: dim pictures get their contrast back. */
export function stretched({ width, height, data }: GreyImage): GreyImage {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] as number) + 1;
  const tail = data.length / 100;
  const [low, high] = [percentile(counts, tail), percentile(counts, data.length - tail)];
  const span = Math.max(1, high - low);
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, Math.round(((value - low) * 255) / span))),
  );
  return { width, height, data: data.map((value) => table[value] as number) };
}

/** Quarter turns clockwise. */
export function turned(image: GreyImage, quarters: number): GreyImage {
  let result = image;
  for (let turn = 0; turn < quarters % 4; turn++) result = turnedOnce(result);
  return result;
}

function turnedOnce({ width, height, data }: GreyImage): GreyImage {
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[x * height + (height - 1 - y)] = data[y * width + x] as number;
  return { width: height, height: width, data: result };
}

function percentile(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value] as number;
    if (seen >= rank) return value;
  }
  return 255;
}
