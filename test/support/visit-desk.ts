import type { Instant } from '../../domain/kernel/instant.ts';
import type { Station } from '../../main/station.ts';
import { asking } from './asking.ts';
import { barcodeAt } from './barcode-at.ts';

/** Ten in the morning in Berlin, on a Monday. */
export const tenOnMonday = '2026-11-23T09:00:00.000Z' as Instant;

/** A desk where somebody is signed in who may do everything that belongs to a visit. */
export function visitDesk(station: () => Station) {
  const { ask, act } = asking(station, { actor: 'staff:desk' });
  return {
    ask,
    act,
    barcodeOf: (personId: string): string => barcodeAt(station(), personId),
    /** Checks somebody in without a date and records their first dose. */
    async visit(personId: string, more: object = {}) {
      await act('desk.check-in', { personId, via: 'pass', overrides: ['no-appointment'] });
      return act('desk.record-dose', {
        personId,
        ordinal: 1,
        lot: 'L-1',
        site: 'left-upper-arm',
        consent: 'oral',
        productId: 'comirnaty',
        ...more,
      });
    },
  };
}
