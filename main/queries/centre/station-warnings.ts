import { type ConfirmableCode, confirmableCode } from '../../../contracts/ipc/system-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { expiryWarning } from '../../../domain/passes/certificate-expiry.ts';
import type { ChoiceRefusal } from '../../../domain/passes/choose-certificate.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import type { Station } from '../../station.ts';
import { settingOf } from '../../store/settings.ts';
import { documentSigners } from '../wallets/document-signers.ts';

/** Something that everybody at the station should see until somebody has mended it. */
export interface StationWarning {
  readonly code: string;
  readonly sentence: Bilingual;
  readonly confirmAs?: ConfirmableCode;
}

export function stationWarnings(station: Station): StationWarning[] {
  return [...toConfirm(station), ...jobWarnings(station), ...passWarnings(station), ...documentWarnings(station)];
}

/** Work beside the desk that does not get on: tried again by itself, and worth a look where it stays. */
function jobWarnings({ jobs }: Pick<Station, 'jobs'>): StationWarning[] {
  return jobs
    .health()
    .filter(({ state }) => state === 'failing')
    .map(({ name, logId }) => ({
      code: `job-${name}`,
      sentence: {
        de: `Eine Hintergrundaufgabe kommt nicht voran (${name}, Störung ${logId}). Sie wird wieder versucht. Bleibt der Hinweis, starten Sie die Station bitte neu.`,
        en: `A task in the background does not get on (${name}, problem ${logId}). It is tried again. If this stays, please restart the station.`,
      },
    }));
}

function passWarnings(station: Station): StationWarning[] {
  const current = station.signers.current();
  if (!current.ok) return [{ code: `certificate-${current.refusal}`, sentence: missing[current.refusal] }];
  const { sentence } = expiryWarning(current.value.signer.certificate.notAfter, station.now());
  return sentence ? [{ code: 'certificate-ends', sentence }] : [];
}

/** The one in use; where all have ended, the last of them. A centre that never had one signs no certificates. */
function documentWarnings(station: Station): StationWarning[] {
  const [first] = documentSigners(station);
  return first?.sentence ? [{ code: 'document-signer-ends', sentence: first.sentence }] : [];
}

const missing: Readonly<Record<ChoiceRefusal, Bilingual>> = {
  'no-certificate': {
    de: 'Das Zertifikat von Apple fehlt. Pässe für iPhones warten, bis es unter „Wallets“ eingespielt ist.',
    en: 'The certificate from Apple is missing. Passes for iPhones wait until it is imported under "Wallets".',
  },
  'all-expired': {
    de: 'Das Pass-Zertifikat ist abgelaufen. Pässe für iPhones warten, bis ein neues eingespielt ist.',
    en: 'The pass certificate has expired. Passes for iPhones wait until a new one is imported.',
  },
  'not-yet-valid': {
    de: 'Das Pass-Zertifikat gilt noch nicht. Stimmt die Uhr dieses Rechners?',
    en: 'The pass certificate is not valid yet. Is the clock of this computer right?',
  },
};
