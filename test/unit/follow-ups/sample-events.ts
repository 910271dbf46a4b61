import { idOf, type PassId } from '../../../domain/kernel/ids.ts';
import type { PassIssued } from '../../../domain/passes/events.ts';
import { personId } from '../../support/events.ts';

export const passId = idOf<PassId>('PASS-1');

export const passIssued: PassIssued = {
  type: 'PassIssued',
  version: 1,
  data: { passId, personId, keyId: 0, templateId: 'standard', templateVersion: 1, doseCount: 0 },
};
