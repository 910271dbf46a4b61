import type { GoogleCardView } from '../../../contracts/ipc/wallets-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassReads } from '../../context.ts';
import { settingOf } from '../../store/settings.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { cardOfPass } from '../../wallets/card-of-pass.ts';
import { googleCardOf } from '../../wallets/google-card-of.ts';

/** The person's card as Google Wallet shows it. */
export function googleCardOfPerson(
  station: PassReads,
  personId: PersonId,
  language: Language,
): Result<GoogleCardView, 'google-off' | 'pass-missing'> {
  const settings = settingOf(station.db, 'google');
  if (!settings) return refuse('google-off');
  const pass = passOf(station.db, personId);
  const source = pass && cardOfPass(station, pass.pass_id, settings.mode);
  if (!source) return refuse('pass-missing');
  return accept(googleCardOf({ ...source, language }, settings.mode, station.now()));
}
