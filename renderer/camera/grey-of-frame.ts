import { type GreyImage, greyOf } from '../../decoding/grey-image.ts';

/** Formats whose first plane is the brightness of every pixel. */
const withLuma: ReadonlySet<string> = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12']);

/** Of the picture before, written over: fresh memory for 15 pictures a second costs more than copying them. */
let planes = new Uint8Array();
let canvas: OffscreenCanvas | undefined;

/** A camera picture in shades of grey. Cameras send brightness apart from colour, so most need no arithmetic. */
export async function greyOfFrame(frame: VideoFrame): Promise<GreyImage> {
  return frame.format && withLuma.has(frame.format) ? lumaOf(frame) : drawn(frame);
}

async function lumaOf(frame: VideoFrame): Promise<GreyImage> {
  const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
  const size = frame.allocationSize();
  if (planes.length < size) planes = new Uint8Array(size);
  const bytes = planes.subarray(0, size);
  const [luma] = await frame.copyTo(bytes);
  if (!luma) throw new Error('a video frame without a plane');
  return { width, height, data: withoutPadding(bytes, luma, width, height) };
}

function withoutPadding(bytes: Uint8Array, { offset, stride }: PlaneLayout, width: number, height: number) {
  if (stride === width) return bytes.subarray(offset, offset + width * height);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = offset + y * stride;
    data.set(bytes.subarray(from, from + width), y * width);
  }
  return data;
}

/** Pictures that live on the graphics card come without a format: drawing fetches them. */
function drawn(frame: VideoFrame): GreyImage {
  const [width, height] = [frame.displayWidth, frame.displayHeight];
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to draw a video frame on');
  context.drawImage(frame, 0, 0);
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}
