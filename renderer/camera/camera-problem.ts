/** Why there is no picture. Every one of them ends by itself when its cause does. */
export type CameraProblem = 'none' | 'denied' | 'busy' | 'lost';

/** What the browser's refusal of the camera means for the desk (Media Capture and Streams, getUserMedia). */
export function cameraProblemOf(error: unknown): CameraProblem {
  switch ((error as { name?: unknown } | undefined)?.name) {
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
