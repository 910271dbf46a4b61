import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

async function openMenu() {
  fireEvent.click(await screen.findByTestId('person-menu'));
  return within(await screen.findByRole('menu'));
}

describe('the menu of whoever sits here', () => {
  test('holds language, appearance, keys, scanner, PIN and leaving, with the keys that do the same', async () => {
    render(<App client={aFakeStation().client} />);
    await screen.findByTestId('signed-in');
    const menu = await openMenu();
    const items = [...menu.getAllByRole('menuitemradio'), ...menu.getAllByRole('menuitem')];
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Deutsch',
      'English',
      'Helle Darstellung',
      'Dunkle Darstellung',
      'Wie am Computer eingestellt',
      'TastenkürzelF1',
      'Scanner einrichten',
      'Eigene PIN ändern',
      'Bausteine der Oberfläche',
      'Sperren oder Person wechselnF10',
    ]);
    expect(menu.getByRole('menuitemradio', { name: 'Deutsch' }).getAttribute('aria-checked')).toBe('true');
  });

  test('changes the language, closes and gives the focus back to its button', async () => {
    render(<App client={aFakeStation().client} />);
    await screen.findByTestId('signed-in');
    const menu = await openMenu();
    fireEvent.click(menu.getByText('English'));
    await screen.findByText('Ready to scan');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(screen.getByTestId('person-menu'));
  });

  test('turns the window dark, and keeps that for the next start', async () => {
    render(<App client={aFakeStation().client} />);
    await screen.findByTestId('signed-in');
    fireEvent.click((await openMenu()).getByText('Dunkle Darstellung'));
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(localStorage.getItem('station-appearance')).toBe('dark');
    localStorage.removeItem('station-appearance');
  });

  test.each([
    ['Eigene PIN ändern', /Eigene PIN ändern/],
    ['Tastenkürzel', /Alles mit der Tastatur/],
    ['Bausteine der Oberfläche', /Bausteine/],
  ])('"%s" opens its dialog and leaves the focus in it', async (item, title) => {
    render(<App client={aFakeStation().client} />);
    await screen.findByTestId('signed-in');
    fireEvent.click((await openMenu()).getByText(item));
    const dialog = await screen.findByRole('dialog', { name: title });
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  test('is closed by Escape, which is not heard by the desk below', async () => {
    render(<App client={aFakeStation().client} />);
    await screen.findByTestId('signed-in');
    await openMenu();
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    window.removeEventListener('keydown', heard);
    expect(heard.mock.calls.every(([event]) => event.defaultPrevented)).toBe(true);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(screen.getByTestId('person-menu'));
  });

  test('offers language, appearance, sound and keys alone where nobody is signed in', async () => {
    const more = {
      'staff.session': value({ isFirstRun: false, lockAfterMinutes: 5 }),
      'staff.sign-in-names': value({ people: [] }),
    };
    render(<App client={aFakeStation({ more }).client} />);
    expect((await screen.findByTestId('person-menu')).textContent).toBe('Menü');
    const menu = await openMenu();
    expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['TastenkürzelF1']);
    expect(menu.getAllByRole('menuitemradio')).toHaveLength(5);
    expect(menu.getAllByRole('menuitemcheckbox')).toHaveLength(1);
  });
});
