import { readdirSync, readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EnteredFields, watchFields } from '../../../renderer/entered-fields.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

let fields: EnteredFields;
beforeEach(() => {
  fields = watchFields();
});
afterEach(() => fields.stop());

const kinds = {
  text: [<input key="a" aria-label="field" defaultValue="before" />, { value: 'after' }, { value: 'before' }],
  password: [<input key="b" aria-label="field" type="password" />, { value: 'secret' }, { value: '' }],
  area: [<textarea key="c" aria-label="field" />, { value: 'a reason' }, { value: '' }],
  choice: [
    <select key="d" aria-label="field" defaultValue="one">
      <option>one</option>
      <option>two</option>
    </select>,
    { value: 'two' },
    { value: 'one' },
  ],
} as const;

test.each(Object.entries(kinds))(
  'what was entered into a %s is known until it is as before, saved or gone',
  (_, kind) => {
    const [field, entered, before] = kind;
    render(<form data-testid="form">{field}</form>);
    const element = screen.getByLabelText('field');
    fireEvent.focusIn(element);
    expect(fields.isAny()).toBe(false);
    fireEvent.change(element, { target: entered });
    expect(fields.isAny()).toBe(true);
    fireEvent.change(element, { target: before });
    expect(fields.isAny()).toBe(false);
    fireEvent.change(element, { target: entered });
    fields.saved(screen.getByTestId('form'));
    expect(fields.isAny()).toBe(false);
    fireEvent.focusIn(element);
    fireEvent.change(element, { target: before });
    expect(fields.isAny()).toBe(true);
    cleanup();
    expect(fields.isAny()).toBe(false);
  },
);

test('a tick counts as entered, also where the window saw nobody come to it', () => {
  render(<input type="checkbox" aria-label="field" />);
  fireEvent.click(screen.getByLabelText('field'));
  expect(fields.isAny()).toBe(true);
});

test('saving one form says nothing of another', () => {
  const { container } = render(
    <>
      <form>
        <input aria-label="one" />
      </form>
      <form>
        <input aria-label="other" />
      </form>
    </>,
  );
  for (const name of ['one', 'other']) {
    fireEvent.focusIn(screen.getByLabelText(name));
    fireEvent.change(screen.getByLabelText(name), { target: { value: 'x' } });
  }
  const [form] = container.querySelectorAll('form');
  if (form) fields.saved(form);
  expect(fields.isAny()).toBe(true);
  fields.forget();
  expect(fields.isAny()).toBe(false);
});

/** What a scan may take away unasked; whatever field is not named here is asked about. */
const nothingToLose = [
  'renderer/camera/camera-scanner.tsx', // which camera, while it scans
  'renderer/components/told-doses.tsx', // a file, shown before it is taken
  'renderer/screens/board/board-screen.tsx',
  'renderer/screens/consent/consent-form.tsx', // which minutes are shown
  'renderer/screens/delivery-settings/mail-settings-form.tsx', // whom a test goes to; the settings above it are asked about
  'renderer/screens/desk/dose-form.tsx', // scans fill it, and somebody else's pass asks by itself
  'renderer/screens/desk/scan-field.tsx', // a search
  'renderer/screens/handover/family-choice.tsx', // who goes along in this one step
  'renderer/screens/import/exports-section.tsx', // which day is written out
  'renderer/screens/import/file-drop.tsx', // taken at once
  'renderer/screens/import/row-choice.tsx', // kept at once
  'renderer/screens/people/link-dialog.tsx', // a search
  'renderer/screens/people/people-search.tsx', // a search
  'renderer/screens/screening/screening-again.tsx',
  'renderer/screens/screening/screening-held.tsx', // somebody else's pass asks by itself
  'renderer/screens/screening/screening-questions.tsx', // somebody else's pass asks by itself
  'renderer/screens/staff/member-list.tsx', // who is shown
  'renderer/screens/staff/view-log.tsx', // what is shown
  'renderer/screens/stock/trace-tab.tsx', // what is searched
  'renderer/screens/templates/draft-panel.tsx', // saves itself
  'renderer/screens/templates/template-preview.tsx', // what is shown
];

test('every field is asked about but those of searches, filters and what is kept at once', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => `renderer/${file}`);
  const exempt = files.filter((file) => readFileSync(file, 'utf8').includes('data-entry='));
  expect(exempt.sort()).toEqual(nothingToLose);
});

test('no field is typed in a way that follows the language of the computer', () => {
  const files = ['renderer', 'ui'].flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' }).map((file) => `${layer}/${file}`),
  );
  const typed = files.filter(
    (file) =>
      file.endsWith('.tsx') &&
      /type="(date|time|month|week|datetime-local)"/.test(readFileSync(file, 'utf8')),
  );
  expect(typed).toEqual([]);
});
