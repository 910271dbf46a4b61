import { fireEvent, render, screen } from '@testing-library/react';
import { App } from '../../renderer/app.tsx';
import { aFakeStation } from './fake-station.ts';

const hostile = '<img src=x onerror=alert(1)>';
export const hit = {
  personId: '0197a000-0000-7000-8000-000000000009',
  givenName: '\u202eعلي😀',
  familyName: hostile,
  birthDate: '1983',
  isRestricted: false,
  reason: { de: 'Name beginnt so', en: 'name begins so' },
};

/** The window with the search for people in it. */
export async function openPeople(answers: Record<string, object> = {}) {
  const given = Object.entries({ 'people.search': { hits: [hit] }, ...answers });
  const more = Object.fromEntries(given.map(([channel, value]) => [channel, { ok: true as const, value }]));
  const station = aFakeStation({ more });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-people'));
  return station;
}

export const record = {
  personId: hit.personId,
  status: 'registered',
  details: { givenName: 'Anna', familyName: 'Müller', birthDate: '1992-07-08', language: 'de' },
  consents: [],
  linked: [],
  toldApart: [],
  doses: [
    {
      doseId: '0197a000-0000-7000-8000-0000000000d1',
      ordinal: 1,
      productId: 'comirnaty',
      productName: 'Comirnaty',
      lot: 'EX1234',
      givenOn: '2026-11-01',
      isVoided: false,
    },
  ],
  versions: [],
  doseCorrections: [],
  paperDoseCorrections: [],
};
export const second = { staffId: '0197a000-0000-7000-8000-00000000000b', name: 'Ines Castell' };

/** The window with the record of Anna Müller in it. */
export async function openRecord(answers: Record<string, object> = {}) {
  const station = await openPeople({
    'people.record': record,
    'appointments.of-person': { dates: [], openDoses: [], standby: [] },
    'staff.approvers': { people: [second], roles: ['reception'] },
    'people.restrict': { personId: hit.personId },
    'people.erase': { outcome: 'restricted' },
    ...answers,
  });
  fireEvent.change(screen.getByTestId('people-search'), { target: { value: 'Mueller' } });
  fireEvent.click(await screen.findByRole('button', { name: /onerror/ }));
  await screen.findByTestId('record');
  return station;
}
