import type { HandOverSettings } from '../../../contracts/ipc/handover-contract.ts';
import type { Reads } from '../../context.ts';
import { settingOf } from '../../store/settings.ts';

/** Off until the site lead switches it on. A trial shows the page on this machine at once, on a free port. */
export function handOverSettings({ db, settings }: Pick<Reads, 'db' | 'settings'>): HandOverSettings {
  const isTrial = settings.mode === 'trial';
  return (
    settingOf(db, 'hand-over') ?? {
      isOn: isTrial,
      address: '127.0.0.1',
      port: isTrial ? 0 : USUAL_PORT,
      linkHours: 24,
    }
  );
}

const USUAL_PORT = 8472;
