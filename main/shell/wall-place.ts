export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Display {
  readonly id: number;
  readonly bounds: Area;
}

/** The screen beside the one of the desk, to be filled; undefined where there is none. */
export function wallPlace(displays: readonly Display[], desk: Display): Area | undefined {
  return displays.find(({ id }) => id !== desk.id)?.bounds;
}
