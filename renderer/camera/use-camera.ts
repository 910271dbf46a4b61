import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { CameraSession, type CameraState, notStarted } from './camera-session.ts';
import { chosenSymbol } from './chosen-symbol.ts';
import { clearOutlines, drawOutlines } from './draw-outline.ts';
import type { DecodedFrame, FrameDecoder } from './frame-decoder.ts';
import { scannedText } from './scanned-text.ts';
import { createSeenCodes } from './seen-codes.ts';

/** A code that the camera read. */
export interface CameraCode {
  /** As a scanner would send it: with its symbology identifier where that matters (GS1, EAN). */
  readonly text: string;
  readonly symbology: string;
}

/** How long an outline stays after the code was last seen: long enough not to flicker. */
const OUTLINE_MS = 800;

interface CameraUse {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly overlay: RefObject<HTMLCanvasElement | null>;
  readonly createDecoder: () => FrameDecoder;
  onCode(code: CameraCode): void;
}

/** Runs the camera for as long as the component is there, tells each code once and outlines it. */
export function useCamera({ video, overlay, createDecoder, onCode }: CameraUse) {
  const [state, setState] = useState<CameraState>(notStarted);
  const [isSeveral, setSeveral] = useState(false);
  const session = useRef<CameraSession>(undefined);
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });

  useEffect(() => {
    if (!video.current || !overlay.current) return;
    const decoder = createDecoder();
    const tell = (code: CameraCode) => latest.current(code);
    const onFrame = frameListener(overlay.current, tell, setSeveral);
    const opened = new CameraSession(video.current, decoder, { onFrame, onState: setState });
    session.current = opened;
    return () => {
      opened.close();
      decoder.close();
    };
  }, [video, overlay, createDecoder]);

  const choose = useCallback((id: string) => session.current?.choose(id), []);
  const switchTorch = useCallback((isOn: boolean) => void session.current?.switchTorch(isOn), []);
  return { state, isSeveral, choose, switchTorch };
}

/** What happens with each picture that was searched. */
function frameListener(
  overlay: HTMLCanvasElement,
  tell: (code: CameraCode) => void,
  setSeveral: (isSeveral: boolean) => void,
) {
  const seen = createSeenCodes();
  let outlinedAt = 0;
  return (frame: DecodedFrame) => {
    const now = performance.now();
    const choice = chosenSymbol(frame.symbols);
    if (choice.kind === 'none') {
      if (now - outlinedAt < OUTLINE_MS) return;
      clearOutlines(overlay);
      setSeveral(false);
      return;
    }
    outlinedAt = now;
    setSeveral(choice.kind === 'several');
    drawOutlines(overlay, frame, choice.kind === 'one' ? [choice.symbol] : choice.symbols);
    if (choice.kind === 'several') return;
    const text = scannedText(choice.symbol);
    if (seen.isNew(text, now)) tell({ text, symbology: choice.symbol.symbology });
  };
}
