import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { tonesOf } from '../../../renderer/signals/light-tones.ts';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

/** How high each tone was that the loudspeaker was asked for. */
let heard: number[];

beforeEach(() => {
  heard = [];
  const node = () => ({
    gain: { setValueAtTime() {}, linearRampToValueAtTime() {} },
    frequency: {
      set value(hertz: number) {
        heard.push(hertz);
      },
    },
    connect() {},
    start() {},
    stop() {},
  });
  vi.stubGlobal(
    'AudioContext',
    class {
      readonly currentTime = 0;
      readonly destination = {};
      readonly createGain = node;
      readonly createOscillator = node;
      async resume() {}
    },
  );
});

/** Somebody is opened at the desk, and the decision is red. */
async function openStopped() {
  const decision = { ...decisionFor('check-in'), light: 'red' };
  await openErika(aFakeStation({ more: { 'desk.open': value({ decision, card: cardWith('check-in') }) } }));
}

test('a workstation is silent until somebody wants it to sound', async () => {
  await openStopped();
  expect(heard).toEqual([]);
  expect(screen.queryByTestId('light-signal')).toBeNull();
});

test('a stop sounds once, shows a frame for those who do not hear it, and the frame goes by itself', async () => {
  localStorage.setItem('station-signals', 'true');
  await openStopped();
  expect(heard).toEqual(tonesOf.red.map(({ hertz }) => hertz));
  expect((await screen.findByTestId('light-signal')).dataset.light).toBe('red');
  await waitFor(() => expect(screen.queryByTestId('light-signal')).toBeNull());
  expect(heard).toHaveLength(3);
});

test('the three lights are told apart by how often they sound', () => {
  expect([tonesOf.green.length, tonesOf.amber.length, tonesOf.red.length]).toEqual([1, 2, 3]);
});

test('the menu turns the sound on with a sample, and keeps that for the next start', async () => {
  render(<App client={aFakeStation().client} />);
  await screen.findByTestId('signed-in');
  fireEvent.click(screen.getByTestId('person-menu'));
  fireEvent.click(await screen.findByTestId('signals'));
  expect(heard).toEqual([tonesOf.green[0]?.hertz]);
  expect(localStorage.getItem('station-signals')).toBe('true');
});
