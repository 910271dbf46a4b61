import './light-signal.css';
import { useEffect, useState } from 'react';
import type { Light } from '../../domain/scan/decision.ts';
import { playLight } from './play-light.ts';
import { useSignals } from './use-signals.ts';

const SHOWN_MS = 1_200;

/** A light that is new: its tones, and for whoever does not hear them a frame around the whole window. */
export function LightSignal({ light, of }: { light: Light; of: object }) {
  const { isOn } = useSignals();
  const [over, setOver] = useState<object>();
  useEffect(() => {
    if (!isOn) return;
    playLight(light);
    const timer = setTimeout(() => setOver(of), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isOn, light, of]);
  if (!isOn || over === of) return null;
  return <div className="light-signal" data-light={light} aria-hidden="true" data-testid="light-signal" />;
}
