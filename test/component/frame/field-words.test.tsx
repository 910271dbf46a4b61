import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { chooseLanguage } from '../../../renderer/i18n/start-i18n.ts';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

test('a field that is missing is asked for in the language of the screen, and no more once it is there', async () => {
  const nobodyYet = value({ isFirstRun: true, lockAfterMinutes: 5 });
  render(<App client={aFakeStation({ more: { 'staff.session': nobodyYet } }).client} />);
  const name = await screen.findByRole<HTMLInputElement>('textbox');
  for (const [language, words] of [
    ['en', 'Please fill in this field.'],
    ['de', 'Bitte dieses Feld ausfüllen.'],
  ] as const) {
    act(() => chooseLanguage(language));
    expect(name.checkValidity()).toBe(false);
    expect(name.validationMessage).toBe(words);
  }
  fireEvent.change(name, { target: { value: 'Ada Lend' } });
  expect(name.validationMessage).toBe('');
  expect(name.checkValidity()).toBe(true);
});
