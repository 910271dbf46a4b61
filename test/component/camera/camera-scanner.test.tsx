import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CameraScanner } from '../../../renderer/camera/camera-scanner.tsx';
import type { DecodedFrame } from '../../../renderer/camera/frame-decoder.ts';
import { theme } from '../../../ui/theme.ts';
import { fakeCameras } from '../../support/fake-cameras.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const onCode = vi.fn();
const qr = { text: 'HC1:ABC', symbology: 'QRCode', isGs1: false };
const picture = (...symbols: DecodedFrame['symbols']): DecodedFrame => ({
  symbols,
  width: 1280,
  height: 720,
});

let shown: DecodedFrame = picture();
const closeDecoder = vi.fn();
const createDecoder = () => ({ decode: async () => shown, close: closeDecoder });
let cameras: ReturnType<typeof fakeCameras>;

beforeEach(() => {
  shown = picture();
  cameras = fakeCameras(['desk', 'spare']);
});
afterEach(() => {
  // Before the cameras go: what closes the scanner asks them for it.
  cleanup();
  cameras.restore();
  onCode.mockClear();
  closeDecoder.mockClear();
});

async function open() {
  render(
    <MantineProvider theme={theme}>
      <CameraScanner onCode={onCode} createDecoder={createDecoder} />
    </MantineProvider>,
  );
  await vi.waitFor(() => expect(cameras.requests.length).toBeGreaterThan(0));
  await act(async () => {});
}

test('a code is told once while it stays in the picture', async () => {
  await open();
  shown = picture(qr);
  for (let frame = 0; frame < 5; frame++) await act(() => cameras.nextPicture());
  expect(onCode.mock.calls).toEqual([[{ text: 'HC1:ABC', symbology: 'QRCode' }]]);
});

test('two passes in the picture are asked about and neither is told', async () => {
  await open();
  shown = picture(qr, { ...qr, text: 'HC1:DEF' });
  await act(() => cameras.nextPicture());
  expect(screen.getByText(/Mehrere Codes im Bild/)).toBeTruthy();
  expect(onCode).not.toHaveBeenCalled();
});

test('another camera is chosen and remembered', async () => {
  await open();
  await userEvent.selectOptions(await screen.findByTestId('camera-choice'), 'spare');
  await vi.waitFor(() =>
    expect(cameras.requests.at(-1)?.video).toMatchObject({ deviceId: { ideal: 'spare' } }),
  );
  cleanup();
  await open();
  expect(cameras.requests.at(-1)?.video).toMatchObject({ deviceId: { ideal: 'spare' } });
});

test.each([
  ['NotAllowedError', /nicht freigegeben/],
  ['NotReadableError', /von einem anderen Programm benutzt/],
  ['NotFoundError', /Keine Kamera gefunden/],
])('%s is said in a sentence, and the camera comes by itself once it can', async (name, sentence) => {
  cameras.refuseWith(name);
  await open();
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  cameras.refuseWith(undefined);
  await act(() => cameras.plugIn());
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a camera with a torch has a switch for it, one without has none', async () => {
  await open();
  expect(screen.queryByRole('button', { name: 'Licht' })).toBeNull();
  cleanup();
  cameras.addTorch();
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Licht' }));
  expect(cameras.torch.at(-1)).toBe(true);
  expect(screen.getByRole('button', { name: 'Licht' }).getAttribute('aria-pressed')).toBe('true');
});

test('leaving gives the camera and the decoder back', async () => {
  await open();
  expect(cameras.openTracks()).toBe(1);
  cleanup();
  await vi.waitFor(() => expect(cameras.openTracks()).toBe(0));
  expect(closeDecoder).toHaveBeenCalledOnce();
});
