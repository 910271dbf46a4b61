const STORED = 'station-camera';

/** A camera that can be chosen. `label` is empty until the browser may name it. */
export interface CameraDevice {
  readonly id: string;
  readonly label: string;
}

export function storedCamera(): string | undefined {
  return localStorage.getItem(STORED) ?? undefined;
}

export function storeCamera(id: string): void {
  localStorage.setItem(STORED, id);
}

/** As many pictures as a desk computer can search, each of them: more would only be shown and let pass. */
const PICTURES_PER_SECOND = 15;

/** `ideal`, so that another camera steps in while the chosen one is unplugged. */
export function cameraConstraints(id: string | undefined): MediaStreamConstraints {
  const size = {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: PICTURES_PER_SECOND },
  };
  return { audio: false, video: id === undefined ? size : { ...size, deviceId: { ideal: id } } };
}

/** The cameras of this computer. Empty ids (before permission) cannot be chosen and are left out. */
export async function listCameras(): Promise<readonly CameraDevice[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}
