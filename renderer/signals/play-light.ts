import type { Light } from '../../domain/scan/decision.ts';
import { tonesOf } from './light-tones.ts';

const VOLUME = 0.25;
/** Without a slope at either end the loudspeaker clicks. */
const SLOPE_S = 0.012;

let speaker: AudioContext | undefined;

/** Plays the tones of a light over whatever loudspeaker the workstation has. Never waits and never fails. */
export function playLight(light: Light): void {
  speaker ??= new AudioContext();
  void speaker.resume();
  const now = speaker.currentTime;
  for (const { hertz, startsAt, lasts } of tonesOf[light]) {
    const [begins, ends] = [now + startsAt, now + startsAt + lasts];
    const volume = speaker.createGain();
    volume.gain.setValueAtTime(0, begins);
    volume.gain.linearRampToValueAtTime(VOLUME, begins + SLOPE_S);
    volume.gain.setValueAtTime(VOLUME, ends - SLOPE_S);
    volume.gain.linearRampToValueAtTime(0, ends);
    volume.connect(speaker.destination);
    const tone = speaker.createOscillator();
    tone.type = 'triangle';
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start(begins);
    tone.stop(ends);
  }
}
