/** What somebody may be at a centre; one person may have several. */
export const roles = [
  'reception',
  'screening-doctor',
  'vaccinator',
  'stock-keeper',
  'site-lead',
  'auditor',
  'headquarters',
] as const;
export type Role = (typeof roles)[number];

/** Who may ask something: before anybody signed in, everybody who did, or people with one of these roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/** Whether somebody with `held` may. `held` is undefined while nobody is signed in. */
export function mayAsk(
  access: Access,
  held: readonly Role[] | undefined,
): 'yes' | 'signed-out' | 'not-allowed' {
  if (access === 'anyone') return 'yes';
  if (!held) return 'signed-out';
  if (access === 'signed-in' || access.some((role) => held.includes(role))) return 'yes';
  return 'not-allowed';
}
