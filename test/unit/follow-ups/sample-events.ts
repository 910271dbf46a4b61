import { idOf, type PassId } from '../../../domain/kernel/ids.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import type { PassIssued } from '../../../domain/passes/events.ts';
import type { PersonDetails, PersonRegistered } from '../../../domain/people/events.ts';
import { personId } from '../../support/events.ts';

export const passId = idOf<PassId>('PASS-1');

export function aPersonRegistered(more: Partial<PersonDetails> = {}): PersonRegistered {
  const personal: PersonDetails = {
    givenName: 'Erika',
    familyName: 'Mustermann',
    birthDate: '1964-08-12' as BirthDate,
    language: 'de',
    ...more,
  };
  return { type: 'PersonRegistered', version: 1, data: { personId, source: 'desk', personal } };
}

export const passIssued: PassIssued = {
  type: 'PassIssued',
  version: 1,
  data: { passId, personId, keyId: 0, templateId: 'standard', templateVersion: 1, doseCount: 0 },
};
