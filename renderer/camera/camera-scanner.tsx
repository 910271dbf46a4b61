import './camera-scanner.css';
import { Button, NativeSelect } from '@mantine/core';
import { IconBulb, IconBulbOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraDevice } from './camera-choice.ts';
import type { CameraProblem } from './camera-problem.ts';
import type { FrameDecoder } from './frame-decoder.ts';
import { type CameraCode, useCamera } from './use-camera.ts';
import { createWorkerDecoder } from './worker-decoder.ts';

interface CameraScannerProps {
  /** Called once for a code that comes into the picture. */
  onCode(code: CameraCode): void;
  onProblem?(problem: CameraProblem | undefined): void;
  /** Must stay the same function: another one starts the camera anew. */
  createDecoder?: () => FrameDecoder;
}

/** The webcam as a scanner: shows what it sees, outlines what it reads, and says why there is no picture. */
export function CameraScanner({
  onCode,
  onProblem,
  createDecoder = createWorkerDecoder,
}: CameraScannerProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const { state, isSeveral, choose, switchTorch } = useCamera({ video, overlay, createDecoder, onCode });
  const { problem, isTorchOn } = state;
  useEffect(() => onProblem?.(problem), [onProblem, problem]);
  return (
    <div className="camera" data-testid="camera" data-running={state.isRunning}>
      <div className="camera-picture" hidden={problem !== undefined}>
        <video ref={video} muted playsInline aria-label={t('camera.picture')} />
        <canvas ref={overlay} aria-hidden />
      </div>
      <div aria-live="polite">{isSeveral && <p className="camera-hint">{t('camera.several')}</p>}</div>
      {problem && (
        <p role="alert" data-testid="camera-problem">
          {t(`cameraProblem.${problem}`)}
        </p>
      )}
      <div className="camera-controls">
        <CameraSelect cameras={state.cameras} chosen={state.cameraId} onChoose={choose} />
        {isTorchOn !== undefined && (
          <Button
            variant={isTorchOn ? 'filled' : 'outline'}
            aria-pressed={isTorchOn}
            leftSection={
              isTorchOn ? <IconBulbOff size={18} aria-hidden /> : <IconBulb size={18} aria-hidden />
            }
            onClick={() => switchTorch(!isTorchOn)}
          >
            {t('camera.torch')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface CameraSelectProps {
  readonly cameras: readonly CameraDevice[];
  readonly chosen: string | undefined;
  onChoose(id: string): void;
}

/** Only where there is something to choose. */
function CameraSelect({ cameras, chosen, onChoose }: CameraSelectProps) {
  const { t } = useTranslation();
  if (cameras.length < 2) return null;
  const named = cameras.map(({ id, label }, index) => ({
    value: id,
    label: label || t('camera.unnamed', { number: index + 1 }),
  }));
  return (
    <NativeSelect
      aria-label={t('camera.choose')}
      data-entry="none"
      data={named}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data-testid="camera-choice"
    />
  );
}
