import type { Role } from '../../domain/staff/roles.ts';
import { addStaff } from '../commands/staff/add-staff.ts';
import type { Writes } from '../context.ts';
import { keepSetting } from '../store/settings.ts';
import { allStaff } from '../store/tables/staff/staff.ts';

interface TrialStaff {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly pin: string;
}

/** Invented staff of the trial centre; the site lead may do everything that a small centre's lead does. */
const trialStaff: readonly TrialStaff[] = [
  {
    name: 'Leonie Albrecht',
    roles: ['site-lead', 'reception', 'vaccinator', 'screening-doctor', 'stock-keeper'],
    pin: '4739',
  },
  { name: 'Tarek Brandt', roles: ['reception'], pin: '5826' },
  { name: 'Ines Castell', roles: ['vaccinator', 'screening-doctor'], pin: '6193' },
  { name: 'Ole Dietrich', roles: ['auditor'], pin: '7364' },
];

/** Gives a trial centre without staff its own, and keeps their PINs where the sign-in screen can show them. */
export async function seedTrialStaff(station: Writes): Promise<void> {
  if (allStaff(station.db).length > 0) return;
  const pins: Record<string, string> = {};
  for (const member of trialStaff) {
    const added = await addStaff(station, 'trial', { ...member, isOneTime: false });
    if (!added.ok) throw new Error(`trial staff was refused: ${added.refusal}`);
    pins[added.value.staffId] = member.pin;
    keepSetting(station.db, 'trial-pins', pins);
  }
}
