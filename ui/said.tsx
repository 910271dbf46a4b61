import './said.css';
import type { ReactNode } from 'react';

export type Tone = 'fault' | 'warning' | 'done';

/** A sentence of the station about what was asked of it. A fault and a warning are read out at once. */
export function Said({
  tone,
  children,
  testId,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly testId?: string;
}) {
  return (
    <p className="said" data-tone={tone} role={tone === 'done' ? 'status' : 'alert'} data-testid={testId}>
      {children}
    </p>
  );
}
