import type { IScannerControls } from '@zxing/browser';
import {
  type CameraDevice,
  cameraConstraints,
  listCameras,
  storeCamera,
  storedCamera,
} from './camera-choice.ts';
import { type CameraProblem, cameraProblemOf } from './camera-problem.ts';
import { EveryFrameReader } from './every-frame-reader.ts';
import type { DecodedFrame, FrameDecoder } from './frame-decoder.ts';

export interface CameraState {
  readonly problem?: CameraProblem;
  readonly isRunning: boolean;
  readonly cameras: readonly CameraDevice[];
  /** The camera whose picture is shown. */
  readonly cameraId?: string;
  /** undefined: this camera has no torch. */
  readonly isTorchOn?: boolean;
}

export interface CameraListener {
  onFrame(frame: DecodedFrame): void;
  onState(state: CameraState): void;
}

export const notStarted: CameraState = { isRunning: false, cameras: [] };

const TRY_AGAIN_MS = 2000;
/** A camera that sends no picture for so long hangs, as after the computer's sleep. */
const HANGING_AFTER_MS = 4000;

/**
 * Keeps the camera running for as long as it is wanted: opens it again after every loss, gives it back while
 * the window is hidden. One start at a time, because all of them share one video element.
 */
export class CameraSession {
  readonly #video: HTMLVideoElement;
  readonly #reader: EveryFrameReader;
  readonly #listener: CameraListener;
  readonly #listening = new AbortController();
  readonly #watch: ReturnType<typeof setInterval>;
  #state = notStarted;
  #controls: IScannerControls | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #starting: Promise<void> | undefined;
  #wishes = 0;
  #shownAt = 0;
  #hadPicture = false;

  constructor(video: HTMLVideoElement, decoder: FrameDecoder, listener: CameraListener) {
    this.#video = video;
    this.#listener = listener;
    this.#reader = new EveryFrameReader(decoder, (frame) => listener.onFrame(frame));
    const { signal } = this.#listening;
    document.addEventListener('visibilitychange', () => this.#restart(), { signal });
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#devicesChanged(), { signal });
    window.addEventListener('focus', () => this.#state.problem && this.#restart(), { signal });
    this.#watch = setInterval(() => this.#restartIfHanging(), HANGING_AFTER_MS);
    this.#restart();
  }

  /** Shows another camera, now and the next time. */
  choose(id: string): void {
    storeCamera(id);
    this.#restart();
  }

  async switchTorch(isOn: boolean): Promise<void> {
    try {
      await this.#controls?.switchTorch?.(isOn);
      this.#tell({ ...this.#state, isTorchOn: isOn });
    } catch {
      this.#tell({ ...this.#state, isTorchOn: undefined }); // a torch that cannot be switched is none
    }
  }

  close(): void {
    this.#listening.abort();
    clearInterval(this.#watch);
    this.#wishes++;
    if (!this.#starting) this.#release();
  }

  #restart(): void {
    this.#wishes++;
    this.#starting ??= this.#startUntilUpToDate().finally(() => {
      this.#starting = undefined;
    });
  }

  async #startUntilUpToDate(): Promise<void> {
    let wish: number;
    do {
      wish = this.#wishes;
      this.#release();
      if (this.#isWanted()) await this.#start();
    } while (wish !== this.#wishes);
    if (this.#isWanted()) return;
    this.#release();
    this.#tell({ ...this.#state, isRunning: false });
  }

  #isWanted(): boolean {
    return !this.#listening.signal.aborted && !document.hidden;
  }

  async #start(): Promise<void> {
    try {
      this.#controls = await this.#reader.start(cameraConstraints(storedCamera()), this.#video);
      await this.#opened();
    } catch (error) {
      this.#failed(cameraProblemOf(error));
    }
  }

  async #opened(): Promise<void> {
    const stream = this.#video.srcObject as MediaStream | null;
    const [track] = stream?.getVideoTracks() ?? [];
    track?.addEventListener('ended', () => this.#failed('lost'), { once: true });
    this.#hadPicture = true;
    this.#shownAt = -1;
    this.#tell({
      isRunning: true,
      cameras: await listCameras(),
      cameraId: track?.getSettings().deviceId,
      isTorchOn: this.#controls?.switchTorch ? false : undefined,
    });
  }

  #failed(problem: CameraProblem): void {
    if (!this.#isWanted()) return;
    const isLost = problem === 'none' && this.#hadPicture;
    this.#tell({ ...notStarted, cameras: this.#state.cameras, problem: isLost ? 'lost' : problem });
    // Asking again after a 'no' would only ask the person again: that waits for the window to be chosen.
    if (problem === 'denied') return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#restart(), TRY_AGAIN_MS);
  }

  async #devicesChanged(): Promise<void> {
    const chosen = storedCamera();
    const cameras = await listCameras().catch(() => []);
    const isChosenBack = cameras.some(({ id }) => id === chosen) && this.#state.cameraId !== chosen;
    if (this.#state.problem || isChosenBack) this.#restart();
    else this.#tell({ ...this.#state, cameras });
  }

  #restartIfHanging(): void {
    if (!this.#controls || document.hidden) return;
    const isHanging = this.#video.currentTime === this.#shownAt;
    this.#shownAt = this.#video.currentTime;
    if (isHanging) this.#restart();
  }

  #release(): void {
    clearTimeout(this.#retry);
    const controls = this.#controls;
    this.#controls = undefined;
    if (!controls) return;
    // Typed as void, but with a torch it is a promise that fails where the camera is gone already.
    void Promise.resolve(controls.stop() as unknown).catch(() => undefined);
  }

  #tell(state: CameraState): void {
    if (this.#listening.signal.aborted) return;
    this.#state = state;
    this.#listener.onState(state);
  }
}
