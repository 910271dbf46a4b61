import { closeSync, openSync, writeSync } from 'node:fs';
import encodeQR from 'qr';

const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES = 10;

/** How the code looks to the camera. `share`: of the height of the picture; brightness from 0 to 255. */
export interface QrLook {
  readonly share?: number;
  readonly dark?: number;
  readonly light?: number;
  readonly isInverted?: boolean;
}

/** Writes a video (Y4M) that shows a QR code in the middle of a grey picture: Chromium plays it as the webcam. */
export function writeQrVideo(
  file: string,
  text: string,
  { share = 0.7, dark = 20, light = 230, isInverted = false }: QrLook = {},
): void {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const pixels = Math.floor((HEIGHT * share) / modules.length);
  const side = pixels * modules.length;
  const [left, top] = [(WIDTH - side) >> 1, (HEIGHT - side) >> 1];
  const luma = Buffer.alloc(WIDTH * HEIGHT, 150);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const isDark = modules[Math.floor(y / pixels)]?.[Math.floor(x / pixels)];
      luma[(top + y) * WIDTH + left + x] = isDark !== isInverted ? dark : light;
    }
  writeVideo(file, () => luma);
}

/** Writes a video of a desk without a code: soft shadows, edges of papers, and the noise of a sensor. */
export function writeDeskVideo(file: string): void {
  let seed = 7;
  const noise = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 27) - 16;
  };
  writeVideo(file, () => {
    const luma = Buffer.alloc(WIDTH * HEIGHT);
    for (let i = 0; i < luma.length; i++) {
      const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
      const isPaper = x > 300 && x < 760 && y > 150 + x / 9 && y < 600;
      luma[i] = (isPaper ? 200 : 110) + 30 * Math.sin(x / 90) + 20 * Math.cos(y / 70) + noise();
    }
    return luma;
  });
}

function writeVideo(file: string, lumaOfFrame: () => Buffer): void {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const handle = openSync(file, 'w');
  writeSync(handle, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < FRAMES; frame++) {
    writeSync(handle, 'FRAME\n');
    writeSync(handle, lumaOfFrame());
    writeSync(handle, colour);
  }
  closeSync(handle);
}

/** Chromium's switches that make the video its webcam. The permission handler stays in force. */
export function cameraArgs(file: string): string[] {
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}
