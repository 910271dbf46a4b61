/** Cameras for a page without any: what the browser offers of them, as far as the scanner uses it. */
export function fakeCameras(ids: readonly string[]) {
  const requests: MediaStreamConstraints[] = [];
  const torch: boolean[] = [];
  const tracks: FakeTrack[] = [];
  let refusal: string | undefined;
  let hasTorch = false;
  let pictures: (() => void)[] = [];

  const devices = Object.assign(new EventTarget(), {
    async getUserMedia(constraints: MediaStreamConstraints) {
      requests.push(constraints);
      if (refusal) throw new DOMException('refused', refusal);
      const wanted = (constraints.video as { deviceId?: { ideal: string } }).deviceId?.ideal;
      const track = new FakeTrack(wanted ?? ids[0] ?? '', hasTorch, torch);
      tracks.push(track);
      return { getVideoTracks: () => [track], getTracks: () => [track] };
    },
    async enumerateDevices() {
      return ids.map((deviceId) => ({ kind: 'videoinput', deviceId, label: `Camera ${deviceId}` }));
    },
  });
  const restore = replaced([
    [navigator, 'mediaDevices', devices],
    [HTMLMediaElement.prototype, 'play', async () => undefined],
    [HTMLMediaElement.prototype, 'srcObject', null],
    [HTMLMediaElement.prototype, 'paused', false],
    [HTMLMediaElement.prototype, 'readyState', 4],
    [HTMLMediaElement.prototype, 'currentTime', 0],
    [HTMLVideoElement.prototype, 'requestVideoFrameCallback', (next: () => void) => pictures.push(next)],
    [HTMLVideoElement.prototype, 'cancelVideoFrameCallback', () => undefined],
    [HTMLCanvasElement.prototype, 'getContext', () => null],
  ]);
  return {
    requests,
    torch,
    restore,
    /** Shows the next picture and lets the decoder answer. */
    async nextPicture() {
      const due = pictures;
      pictures = [];
      for (const show of due) show();
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    refuseWith(name: string | undefined) {
      refusal = name;
    },
    async plugIn() {
      devices.dispatchEvent(new Event('devicechange'));
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    addTorch() {
      hasTorch = true;
    },
    openTracks: () => tracks.filter(({ isOpen }) => isOpen).length,
  };
}

class FakeTrack extends EventTarget {
  isOpen = true;
  readonly #id: string;
  readonly #hasTorch: boolean;
  readonly #torch: boolean[];

  constructor(id: string, hasTorch: boolean, torch: boolean[]) {
    super();
    this.#id = id;
    this.#hasTorch = hasTorch;
    this.#torch = torch;
  }

  stop(): void {
    this.isOpen = false;
  }

  getSettings() {
    return { deviceId: this.#id };
  }

  getCapabilities() {
    return this.#hasTorch ? { torch: true } : {};
  }

  async applyConstraints({ advanced }: { advanced: readonly { torch: boolean }[] }): Promise<void> {
    for (const { torch } of advanced) this.#torch.push(torch);
  }
}

/** Replaces properties for a while. Answers what puts the old ones back. */
function replaced(changes: readonly (readonly [object, string, unknown])[]): () => void {
  const before = changes.map(
    ([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const,
  );
  for (const [owner, name, value] of changes)
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    for (const [owner, name, descriptor] of before) {
      if (descriptor) Object.defineProperty(owner, name, descriptor);
      else Reflect.deleteProperty(owner, name);
    }
  };
}
