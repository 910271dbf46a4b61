import './camera-scanner.css';
import { BrowserQRCodeReader, type IScannerControls } from '@zxing/browser';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Why there is no picture. */
export type CameraProblem = 'none' | 'denied' | 'busy' | 'lost';

export interface CameraCode {
  readonly text: string;
}

const ATTEMPT_EVERY_MS = 80;
/** A code that stays in the picture is told once; again only after it was gone for so long. */
const SAME_CODE_AGAIN_MS = 3_000;

/** The webcam as a scanner. Tells each code once and says in words why there is no picture. */
export function CameraScanner({ onCode }: { onCode(code: CameraCode): void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onCode);
  const [problem, setProblem] = useState<CameraProblem>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    latest.current = onCode;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` starts the camera again when one is plugged in
  useEffect(() => {
    if (!video.current) return;
    let controls: IScannerControls | undefined;
    let isStopped = false;
    let last = { text: '', at: 0 };
    const reader = new BrowserQRCodeReader(undefined, { delayBetweenScanAttempts: ATTEMPT_EVERY_MS });
    const constraints = { audio: false, video: { width: { ideal: 1280 }, height: { ideal: 720 } } };
    reader
      .decodeFromConstraints(constraints, video.current, (result) => {
        if (!result) return;
        const text = result.getText();
        const now = performance.now();
        const isSame = text === last.text && now - last.at < SAME_CODE_AGAIN_MS;
        last = { text, at: now };
        if (!isSame) latest.current({ text });
      })
      .then((started) => {
        controls = started;
        if (isStopped) started.stop();
        else setProblem(undefined);
      })
      .catch((error: unknown) => {
        if (!isStopped) setProblem(problemOf(error));
      });
    return () => {
      isStopped = true;
      controls?.stop();
    };
  }, [attempt]);

  useEffect(() => {
    const again = () => setAttempt((count) => count + 1);
    navigator.mediaDevices?.addEventListener('devicechange', again);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', again);
  }, []);

  return (
    <div className="camera">
      <video ref={video} muted playsInline hidden={problem !== undefined} />
      {problem && (
        <p role="alert" data-testid="camera-problem">
          {t(`cameraProblem.${problem}`)}
        </p>
      )}
    </div>
  );
}

function problemOf(error: unknown): CameraProblem {
  switch ((error as { name?: string } | undefined)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'none';
  }
}
