import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

test.each([
  [{ isFromBeforeJoining: true }, 'Pass neu übergeben'],
  [{}, 'Pass übergeben'],
])(
  'given a pass that shows %j, the desk says what to do with the card beside the check-in',
  async (shownPass, handOver) => {
    const pass = { passId: '33DK9U4RU0E7NRRR3Q00', file: 'headquarters', isVoided: false };
    const card = { ...cardWith('check-in'), pass };
    const scanned = value({ decision: decisionFor('check-in'), card, shownPass });
    await openErika(aFakeStation({ more: { 'desk.scan': scanned } }));
    const field = screen.getByTestId<HTMLInputElement>('scan-field');
    fireEvent.change(field, { target: { value: '33DK9U4RU0E7NRRR3Q00007NDC9UPEVX88XNAA62CG' } });
    fireEvent.submit(field.form as HTMLFormElement);
    expect((await screen.findByTestId('hand-over')).textContent).toContain(handOver);
    expect(screen.queryByTestId('pass-from-before') !== null).toBe('isFromBeforeJoining' in shownPass);
    expect(screen.getByTestId('next-action').textContent).toContain('Einchecken');
  },
);
