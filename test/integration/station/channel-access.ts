import type { ChannelName } from '../../../contracts/ipc/station-contract.ts';
import type { Access } from '../../../domain/staff/roles.ts';

/**
 * Who may ask what, written down a second time on purpose: a channel that is added, or whose access changes, is
 * added or changed here too, knowingly. Nothing here may be derived from the contract.
 */
export const channelAccess: Record<ChannelName, Access> = {
  'system.status': 'anyone',

  'desk.today': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'desk.scan': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'desk.open': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'desk.count-history': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'desk.card': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'desk.last-lot': ['vaccinator', 'screening-doctor', 'site-lead'],
  'desk.check-in': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'desk.record-dose': ['vaccinator', 'screening-doctor', 'site-lead'],
  'desk.void-dose': ['vaccinator', 'screening-doctor', 'site-lead'],

  'passes.face': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],

  'people.search': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'people.suggest': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'people.likely-duplicates': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'people.record': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'people.register': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'people.correct': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'people.consent': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'people.link': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'people.unlink': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'people.restrict': ['site-lead'],
  'people.lift-restriction': ['site-lead'],
  'people.erase': ['site-lead'],

  'scanning.refused': 'signed-in',
  'scanning.trust-list': 'signed-in',
  'scanning.import-trust-list': ['site-lead'],
  'appointments.of-person': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'appointments.propose': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.day-places': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.book': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.move': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.cancel': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.no-show': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.join-standby': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.leave-standby': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'appointments.standby-list': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'appointments.answer-offer': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],

  'slots.calendar': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'slots.templates': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'slots.save-template': ['site-lead'],
  'slots.remove-template': ['site-lead'],
  'slots.open-days': ['site-lead'],
  'slots.close-preview': ['site-lead'],
  'slots.close': ['site-lead'],
  'slots.set-holiday': ['site-lead'],
  'slots.lift-holiday': ['site-lead'],

  'board.now': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'board.room': ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
  'board.reach-stage': ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
  'board.end-day': ['site-lead'],

  'staff.session': 'anyone',
  'staff.sign-in-names': 'anyone',
  'staff.sign-in': 'anyone',
  'staff.sign-out': 'anyone',
  'staff.add-first': 'anyone',
  'staff.change-own-pin': 'signed-in',
  'staff.list': ['site-lead', 'auditor'],
  'staff.add': ['site-lead'],
  'staff.change-roles': ['site-lead'],
  'staff.set-pin': ['site-lead'],
  'staff.unlock': ['site-lead'],
  'staff.remove': ['site-lead'],
  'staff.approvers': 'signed-in',
  'staff.set-screen-lock': ['site-lead'],
  'staff.views': ['site-lead', 'auditor'],
};
