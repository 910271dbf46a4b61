import { type ConfirmableCode, confirmableCode } from '../../../contracts/ipc/system-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { expiryWarning } from '../../../domain/passes/certificate-expiry.ts';
import type { ChoiceRefusal } from '../../../domain/passes/choose-certificate.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { reportDueAt } from '../../../domain/vaccination/report-adverse-event.ts';
import type { Reads } from '../../context.ts';
import type { ClockWatch } from '../../jobs/clock-watch.ts';
import type { DiskSpace } from '../../jobs/disk-space.ts';
import type { JobRegistry } from '../../jobs/job-registry.ts';
import type { PassSigners } from '../../outbox/pass-signers.ts';
import { settingOf } from '../../store/settings.ts';
import { openAdverseEvents } from '../../store/tables/vaccination/adverse-events.ts';
import { documentSigners } from '../wallets/document-signers.ts';

/** Something that everybody at the station should see until somebody has mended it. */
export interface StationWarning {
  readonly code: string;
  readonly sentence: Bilingual;
  readonly confirmAs?: ConfirmableCode;
}

interface Warned extends Reads {
  readonly clock: ClockWatch;
  readonly diskSpace: Pick<DiskSpace, 'scarce'>;
  readonly jobs: JobRegistry;
  readonly signers: PassSigners;
}

export function stationWarnings(station: Warned): StationWarning[] {
  return [
    ...toConfirm(station),
    ...clockWarnings(station),
    ...reportWarnings(station),
    ...diskWarnings(station),
    ...jobWarnings(station),
    ...passWarnings(station),
    ...documentWarnings(station),
  ];
}

/** Two clocks that differ put what happened at two stations into the wrong order. */
const DIFFERS_SECONDS = 5 * 60;

function clockWarnings({ db }: Pick<Warned, 'db'>): StationWarning[] {
  const ahead = settingOf(db, 'headquarters')?.clockAheadSeconds ?? 0;
  if (Math.abs(ahead) <= DIFFERS_SECONDS) return [];
  const minutes = Math.round(Math.abs(ahead) / 60);
  const sentence = {
    de: `Die Uhr dieses Rechners geht gegenüber der Zentrale ${minutes} Minuten ${ahead > 0 ? 'vor' : 'nach'}. Bitte eine der beiden stellen lassen; bis dahin stehen Zeiten von hier und von anderen Stationen in falscher Reihenfolge.`,
    en: `The clock of this computer is ${minutes} minutes ${ahead > 0 ? 'ahead of' : 'behind'} headquarters'. Please have one of the two set; until then times from here and from other stations stand in the wrong order.`,
  };
  return [{ code: 'clock-differs', sentence }];
}

/** The law gives 24 hours from when it was known: every window says until when, and never whom it is about. */
function reportWarnings({ db, now, settings: { timeZone } }: Reads): StationWarning[] {
  const [first, ...others] = openAdverseEvents(db);
  if (!first) return [];
  const dueAt = reportDueAt(first.known_at);
  const isLate = dueAt <= now();
  const count = others.length + 1;
  const de = momentWords(dueAt, timeZone, 'de');
  const en = momentWords(dueAt, timeZone, 'en');
  const sentence = {
    de: `${count === 1 ? 'Eine Impfreaktion ist' : `${count} Impfreaktionen sind`} dem Gesundheitsamt noch zu melden: ${isLate ? `Die Frist ist seit ${de} vorbei. Bitte sofort melden` : `spätestens ${de}`} (Tagestafel).`,
    en: `${count === 1 ? 'A vaccine reaction is' : `${count} vaccine reactions are`} still to be reported to the health office: ${isLate ? `the time was over at ${en}. Please report at once` : `by ${en} at the latest`} (day board).`,
  };
  return [{ code: 'adverse-event-unreported', sentence }];
}

function diskWarnings({ diskSpace: { scarce } }: Pick<Warned, 'diskSpace'>): StationWarning[] {
  if (scarce === undefined) return [];
  const mb = Math.floor(scarce / 1_000_000);
  const sentence = {
    de: `Der Datenträger ist fast voll: noch ${mb} MB frei. Ist er voll, lässt sich nichts mehr eintragen. Bitte jetzt Platz schaffen lassen.`,
    en: `The disk is nearly full: ${mb} MB are left. Once it is full nothing can be entered any more. Please have room made now.`,
  };
  return [{ code: 'disk-scarce', sentence }];
}

/** Work beside the desk that does not get on: tried again by itself, and worth a look where it stays. */
function jobWarnings({ jobs }: Pick<Warned, 'jobs'>): StationWarning[] {
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

function toConfirm(station: Warned): StationWarning[] {
  const standing = {
    ...settingOf(station.db, 'to-confirm'),
    ...(station.clock.isTrusted() ? {} : { 'clock-jumped': { now: clockTime(station) } }),
  };
  return confirmableCode.options.flatMap((code) => {
    const facts = standing[code];
    return facts ? { code, confirmAs: code, sentence: sentencesToConfirm[code](facts) } : [];
  });
}

const sentencesToConfirm: Readonly<
  Record<ConfirmableCode, (facts: { missing?: number; now?: Bilingual }) => Bilingual>
> = {
  'store-older': ({ missing = 0 }) => ({
    de: `Die Daten dieser Station sind älter, als sie schon waren${missing > 0 ? `: ${missing} Einträge fehlen` : ''}. Zuletzt Eingetragenes bitte anhand von Papier und Pässen prüfen; die Leitung lässt die jüngste Sicherung suchen und bestätigt dann.`,
    en: `The data of this station is older than it was${missing > 0 ? `: ${missing} entries are missing` : ''}. Please check what was entered last against paper and passes; the site lead has the latest backup looked for and then confirms.`,
  }),
  'clock-jumped': ({ now }) => ({
    de: `Die Uhr dieses Rechners zeigt ${now?.de}. Das passt nicht zu dem, was zuletzt geschah. Bis die Uhr stimmt oder die Leitung sie bestätigt, wird nichts von selbst gelöscht, niemand als nicht erschienen vermerkt und kein Angebot beendet.`,
    en: `The clock of this computer says ${now?.en}. That does not fit what happened last. Until it is right, or the site lead confirms it, nothing is erased by itself, nobody is marked as not come, and no offer ends.`,
  }),
  'witness-missing': () => ({
    de: 'Der Beleg, wie weit die Daten dieser Station reichten, fehlt. Ob etwas verloren ging, lässt sich hier nicht feststellen. Die Leitung prüft das zuletzt Eingetragene und bestätigt dann.',
    en: 'The note of how far the data of this station reached is missing. Whether anything was lost cannot be told here. The site lead checks what was entered last and then confirms.',
  }),
};

function clockTime({ now, settings }: Warned): Bilingual {
  const at = now();
  return {
    de: momentWords(at, settings.timeZone, 'de'),
    en: momentWords(at, settings.timeZone, 'en'),
  };
}

function passWarnings(station: Warned): StationWarning[] {
  const current = station.signers.current();
  if (!current.ok) return [{ code: `certificate-${current.refusal}`, sentence: missing[current.refusal] }];
  const { sentence } = expiryWarning(current.value.signer.certificate.notAfter, station.now());
  return sentence ? [{ code: 'certificate-ends', sentence }] : [];
}

/** The one in use; where all have ended, the last of them. A centre that never had one signs no certificates. */
function documentWarnings(station: Warned): StationWarning[] {
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
