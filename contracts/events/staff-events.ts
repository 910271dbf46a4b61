import { z } from 'zod';
import type { PersonId, StaffId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const staffId = storedId<StaffId>();
const roles1 = z.array(
  z.enum([
    'reception',
    'screening-doctor',
    'vaccinator',
    'stock-keeper',
    'site-lead',
    'auditor',
    'headquarters',
  ]),
);

export const staffEvents = {
  StaffAdded: {
    1: z.strictObject({
      staffId,
      roles: roles1,
      personal: z.strictObject({ name: z.string() }).optional(),
    }),
  },
  StaffRoleChanged: { 1: z.strictObject({ staffId, roles: roles1 }) },
  StaffPinChanged: { 1: z.strictObject({ staffId, isOneTime: z.boolean() }) },
  StaffRemoved: { 1: z.strictObject({ staffId }) },
  StaffLockedOut: { 1: z.strictObject({ staffId }) },
  StaffUnlocked: { 1: z.strictObject({ staffId }) },
  StaffSignedIn: { 1: z.strictObject({ staffId }) },
  RecoveryCodeMade: { 1: z.record(z.string(), z.never()) },
  SiteLeadRecovered: { 1: z.strictObject({ staffId }) },
  ScreenLockSet: { 1: z.strictObject({ afterMinutes: z.number() }) },
  DataDisclosed: {
    1: z.strictObject({
      kind: z.enum([
        'register-csv',
        'register-fhir',
        'day-list-csv',
        'day-list-pdf',
        'refused-rows',
        'bundle',
        'pass-pdf',
        'calendar',
        'person-json',
        'person-pdf',
      ]),
      people: z.int(),
    }),
    2: z.strictObject({
      kind: z.enum([
        'register-csv',
        'register-fhir',
        'day-list-csv',
        'day-list-pdf',
        'refused-rows',
        'bundle',
        'pass-pdf',
        'calendar',
        'person-json',
        'person-pdf',
        'lot-trace-csv',
      ]),
      people: z.int(),
    }),
    3: z.strictObject({
      kind: z.enum([
        'register-csv',
        'register-fhir',
        'day-list-csv',
        'day-list-pdf',
        'refused-rows',
        'bundle',
        'pass-pdf',
        'calendar',
        'person-json',
        'person-pdf',
        'lot-trace-csv',
        'adverse-event-pdf',
      ]),
      people: z.int(),
    }),
    4: z.strictObject({
      kind: z.enum([
        'register-csv',
        'register-fhir',
        'day-list-csv',
        'day-list-pdf',
        'refused-rows',
        'bundle',
        'pass-pdf',
        'calendar',
        'person-json',
        'person-pdf',
        'lot-trace-csv',
        'adverse-event-pdf',
        'vaccination-record',
        'day-records',
        'daily-report-csv',
        'daily-report-json',
        'immunizations-fhir',
        'log',
      ]),
      people: z.int(),
    }),
  },
  RecordViewed: {
    1: z.strictObject({
      personId: storedId<PersonId>(),
      staffId,
      why: z.enum([
        'check-in',
        'vaccination',
        'appointment',
        'correction',
        'duplicates',
        'hand-over',
        'question',
        'disclosure',
        'supervision',
      ]),
    }),
  },
} as const;
