import { formatDate } from '../kernel/format-date.ts';
import { secondRecordSentence } from '../people/second-record-sentence.ts';
import { neutralStop } from '../vaccination/reaction-sentence.ts';
import type { Decision, DecisionFacts, DecisionReason } from './decision.ts';

export interface BilingualSentence {
  readonly de: string;
  readonly en: string;
}

/** The one sentence that the desk reads for a decision. */
export function decisionSentence({ reason, facts }: Pick<Decision, 'reason' | 'facts'>): BilingualSentence {
  const { de, en } = sentences[reason](facts);
  if (!facts.isMinor) return { de, en };
  return {
    de: `${de} Minderjährig: bitte die Einwilligung der Sorgeberechtigten zeigen lassen.`,
    en: `${en} A minor: please ask for the consent of their guardian.`,
  };
}

const readyToCheckIn = ({ clock, dose, vaccine }: DecisionFacts): BilingualSentence => ({
  de: `Termin heute um ${clock} Uhr, ${dose}.\u00a0Dosis${vaccineDe(vaccine)}: bitte Ausweis prüfen und einchecken.`,
  en: `Appointment today at ${clock}, dose ${dose}${vaccineEn(vaccine)}: please check the ID and check in.`,
});

const sentences: Readonly<Record<DecisionReason, (facts: DecisionFacts) => BilingualSentence>> = {
  'ready-to-check-in': readyToCheckIn,
  minor: readyToCheckIn,
  'already-checked-in': ({ clock }) => ({
    de: `Diese Person ist schon seit ${clock} Uhr eingecheckt. Bitte Ausweis prüfen: Steht dieselbe Person vor Ihnen?`,
    en: `This person has been checked in already, at ${clock}. Please check the ID: is it the same person?`,
  }),
  'ready-for-dose': ({ dose, vaccine }) => ({
    de: `Eingecheckt und bereit für die ${dose}.\u00a0Dosis${vaccineDe(vaccine)}.`,
    en: `Checked in and ready for dose ${dose}${vaccineEn(vaccine)}.`,
  }),
  'too-young': ({ product, limitYears, years }) => ({
    de: `${product} ist erst ab ${limitYears} Jahren zugelassen, diese Person ist ${years}. Bitte ärztlich klären, bevor es weitergeht.`,
    en: `${product} is authorised from ${limitYears} years on, this person is ${years}. Please ask the doctor before going on.`,
  }),
  'too-old': ({ product, limitYears, years }) => ({
    de: `${product} ist nur bis ${limitYears} Jahre zugelassen, diese Person ist ${years}. Bitte ärztlich klären, bevor es weitergeht.`,
    en: `${product} is authorised up to ${limitYears} years only, this person is ${years}. Please ask the doctor before going on.`,
  }),
  'wrong-day': ({ on, clock }) => ({
    de: `Der Termin ist nicht heute, sondern am ${on && formatDate(on, 'de')} um ${clock} Uhr.`,
    en: `The appointment is not today but on ${on && formatDate(on, 'en')} at ${clock}.`,
  }),
  'wrong-centre': ({ centre, on, clock, isToday, isPlaceFree }) => ({
    de: `Der Termin ist nicht hier, sondern im Zentrum „${centre}“, ${isToday ? 'heute' : `am ${on && formatDate(on, 'de')}`} um ${clock} Uhr. ${isPlaceFree ? 'Hier ist jetzt ein Platz frei.' : 'Hier ist jetzt kein Platz frei.'}`,
    en: `The appointment is not here but at the centre “${centre}”, ${isToday ? 'today' : `on ${on && formatDate(on, 'en')}`} at ${clock}. ${isPlaceFree ? 'A place is free here now.' : 'No place is free here now.'}`,
  }),
  'second-record': ({ second = { count: 1, doseCount: 0 } }) => {
    const { de, en } = secondRecordSentence(second);
    return { de: `${de} Bitte erst vergleichen.`, en: `${en} Please compare first.` };
  },
  'no-appointment': ({ season, on }) =>
    season && on
      ? {
          de: `Für die Saison ${season} ist kein Termin gebucht, der nächste erst am ${formatDate(on, 'de')}.`,
          en: `No appointment is booked for the season ${season}; the next one is on ${formatDate(on, 'en')}.`,
        }
      : {
          de: 'Für diese Person ist kein Termin gebucht.',
          en: 'No appointment is booked for this person.',
        },
  'too-early': ({ on, dose, vaccine }) => ({
    de: `Zu früh für die ${dose}.\u00a0Dosis${vaccineDe(vaccine)}: frühestens am ${on && formatDate(on, 'de')}.`,
    en: `Too early for dose ${dose}${vaccineEn(vaccine)}: ${on && formatDate(on, 'en')} at the earliest.`,
  }),
  'interval-unknown': ({ on, last }) => ({
    de: `Von der letzten Dosis ist der Tag unbekannt (spätestens ${last && formatDate(last, 'de')}): bitte den Abstand prüfen. Sicher eingehalten ist er ab dem ${on && formatDate(on, 'de')}.`,
    en: `The day of the last dose is unknown (${last && formatDate(last, 'en')} at the latest): please check the interval. It is certainly kept from ${on && formatDate(on, 'en')} on.`,
  }),
  'person-died': ({ reaction = neutralStop }) => reaction,
  'severe-reaction': ({ reaction = neutralStop }) => reaction,
  'ask-a-doctor': () => neutralStop,
  'screening-stop': () => ({
    de: 'Heute keine Dosis: Eine Antwort auf die Fragen vor der Impfung spricht dagegen. Ärztlich freigeben lassen, oder den Besuch ohne Dosis beenden und einen neuen Termin buchen.',
    en: 'No dose today: an answer to the questions before the vaccination is against it. Have a doctor clear it, or end the visit without a dose and book a new date.',
  }),
  'screening-doctor': () => ({
    de: 'Noch keine Dosis: Eine Antwort auf die Fragen vor der Impfung ist ärztlich zu klären.',
    en: 'No dose yet: an answer to the questions before the vaccination is for the doctor.',
  }),
  'no-dose-today': () => ({
    de: 'Heute keine Dosis, bitte zur Leitung oder zur Ärztin oder zum Arzt.',
    en: 'No dose today: please send them to the site lead or the doctor.',
  }),
  'series-complete': ({ doseCount = 0, vaccine, season, stands }) => {
    const head = vaccine ? `${vaccine}: ` : '';
    if (stands) return { de: `${head}${stands.de}`, en: `${head}${stands.en}` };
    const [countDe, countEn] =
      doseCount === 1 ? ['einer Dosis', 'one dose'] : [`${doseCount} Dosen`, `${doseCount} doses`];
    if (season)
      return {
        de: `Die Impfung${vaccineDe(vaccine)} ist für die Saison ${season} mit ${countDe} abgeschlossen. In dieser Saison ist keine weitere vorgesehen.`,
        en: `Vaccination${vaccineEn(vaccine)} is complete for the season ${season} with ${countEn}. No further one is planned in this season.`,
      };
    return {
      de: `Die Impfserie${vaccineDe(vaccine)} ist mit ${countDe} abgeschlossen. Es ist keine weitere vorgesehen.`,
      en: `The${vaccine ? ` ${vaccine}` : ''} series is complete with ${countEn}. No further one is planned.`,
    };
  },
  'dose-already-today': () => ({
    de: 'Heute wurde bereits eine Dosis gegeben. Bitte nicht noch einmal impfen.',
    en: 'A dose was already given today. Please do not vaccinate again.',
  }),
  'left-without-dose': () => ({
    de: 'War heute schon da und ging ohne Impfung. Bitte erst klären, warum, und nur dann neu einchecken.',
    en: 'Was here today and left without a dose. Please find out why first, and only then check in again.',
  }),
  'scanned-again': ({ seconds }) => ({
    de: `Dieser Pass wurde vor ${secondsDe(seconds)} schon gescannt. Bitte prüfen, ob dieselbe Person vor Ihnen steht.`,
    en: `This pass was scanned ${secondsEn(seconds)} ago. Please check that it is the same person.`,
  }),
  'pass-unknown-here': ({ doseCount, on }) => ({
    de: `Echter Pass, hier unbekannt${germanDoses(doseCount, on)}. Bitte Ausweis prüfen und die Person suchen oder aufnehmen.`,
    en: `Genuine pass, unknown here${englishDoses(doseCount, on)}. Please check the ID and search for or register the person.`,
  }),
  'pass-voided': () => ({
    de: 'Dieser Pass wurde gesperrt. Bitte die Person über Name und Geburtsdatum suchen.',
    en: 'This pass was voided. Please search for the person by name and birth date.',
  }),
  'pass-forged': () => ({
    de: 'Dieser Pass ist nicht echt. Bitte nicht einchecken und die Leitung rufen.',
    en: 'This pass is not genuine. Please do not check in and call the site lead.',
  }),
  'person-erased': () => ({
    de: 'Die Daten dieser Person wurden gelöscht. Bitte die Person neu aufnehmen.',
    en: 'The data of this person was erased. Please register the person anew.',
  }),
  'person-restricted': () => ({
    de: 'Diese Akte ist eingeschränkt. Bitte nicht weiterarbeiten und die Leitung rufen.',
    en: 'This record is restricted. Please do not go on, and call the site lead.',
  }),
  'code-unreadable': () => ({
    de: 'Der Code ist nicht lesbar. Bitte noch einmal scannen oder den Namen eingeben.',
    en: 'The code cannot be read. Please scan again or type the name.',
  }),
  'code-foreign': () => ({
    de: 'Dieser Code ist kein Impfpass. Bitte den Pass scannen oder den Namen eingeben.',
    en: 'This code is not a vaccination pass. Please scan the pass or type the name.',
  }),
  'code-ambiguous': () => ({
    de: 'Der Code kann zweierlei bedeuten. Bitte noch einmal scannen oder den Namen eingeben.',
    en: 'The code can mean two things. Please scan again or type the name.',
  }),
  'vial-code': () => ({
    de: 'Das ist der Code eines Impfstoffs. Bitte den Pass der Person scannen oder den Namen eingeben.',
    en: 'This is the code of a vaccine. Please scan the pass of the person or type the name.',
  }),
  'certificate-fits': ({ count, on }) => ({
    de: `Echtes Zertifikat dieser Person: ${dosesDe(count)} von anderswo${on ? `, zuletzt am ${formatDate(on, 'de')}` : ''}. Bitte mitzählen, wenn es stimmt.`,
    en: `Genuine certificate of this person: ${dosesEn(count)} from elsewhere${on ? `, last on ${formatDate(on, 'en')}` : ''}. Please count it if it is right.`,
  }),
  'certificate-name-differs': ({ count }) => ({
    de: `Echtes Zertifikat über ${dosesDe(count)}, aber der Name weicht ab. Bitte den Ausweis prüfen und nur dann mitzählen.`,
    en: `Genuine certificate of ${dosesEn(count)}, but the name differs. Please check the ID and count it only then.`,
  }),
  'certificate-birth-date-fuller': ({ count }) => ({
    de: `Echtes Zertifikat über ${dosesDe(count)}: Es nennt den Geburtstag, die Akte nur das Jahr oder den Monat. Bitte den Ausweis prüfen und nur mitzählen, wenn beides dieselbe Person ist.`,
    en: `Genuine certificate of ${dosesEn(count)}: it tells the day of birth, the record only year or month. Please check the ID and count it only if both are the same person.`,
  }),
  'certificate-other-person': () => ({
    de: 'Dieses Zertifikat gehört jemand anderem: Das Geburtsdatum weicht ab oder fehlt. Bitte nicht mitzählen.',
    en: 'This certificate belongs to somebody else: the birth date differs or is missing. Please do not count it.',
  }),
  'certificate-nobody-open': ({ count }) => ({
    de: `Echtes Zertifikat über ${dosesDe(count)}. Bitte die Person suchen und es dann noch einmal scannen.`,
    en: `Genuine certificate of ${dosesEn(count)}. Please search for the person and then scan it again.`,
  }),
  'certificate-without-dose': () => ({
    de: 'Echtes Zertifikat, aber nicht über eine Impfung. Bitte ohne dieses Zertifikat weitermachen.',
    en: 'Genuine certificate, but not of a vaccination. Please go on without it.',
  }),
  'certificate-dose-ahead': ({ on }) => ({
    de: `Echtes Zertifikat, aber die Impfung ist auf den ${on && formatDate(on, 'de')} datiert und liegt noch vor uns. Bitte die Uhr dieses Rechners prüfen oder ohne dieses Zertifikat weitermachen.`,
    en: `Genuine certificate, but its vaccination is dated ${on && formatDate(on, 'en')}, which is still to come. Please check the clock of this computer or go on without it.`,
  }),
  'certificate-without-trust-list': () => ({
    de: 'Ohne Vertrauensliste lässt sich hier kein Zertifikat prüfen. Bitte ohne dieses Zertifikat weitermachen.',
    en: 'No certificate can be verified here without a trust list. Please go on without it.',
  }),
  'certificate-unreadable': () => ({
    de: 'Dieses Zertifikat ist nicht lesbar. Bitte noch einmal scannen oder ohne weitermachen.',
    en: 'This certificate cannot be read. Please scan it again or go on without it.',
  }),
  'certificate-cut-off': () => ({
    de: 'Dieses Zertifikat kam nicht vollständig an. Bitte noch einmal scannen oder ohne weitermachen.',
    en: 'This certificate did not arrive complete. Please scan it again or go on without it.',
  }),
  'certificate-in-parts': () => ({
    de: 'Dieses Zertifikat ist auf mehrere Codes verteilt; so lässt es sich hier nicht lesen. Bitte ohne dieses Zertifikat weitermachen.',
    en: 'This certificate is split over several codes and cannot be read here like that. Please go on without it.',
  }),
  'certificate-foreign': () => ({
    de: 'Dieses Zertifikat hat eine Form, die hier nicht gelesen wird. Bitte ohne dieses Zertifikat weitermachen.',
    en: 'This certificate has a form that is not read here. Please go on without it.',
  }),
  'certificate-refused': () => ({
    de: 'Dieses Zertifikat lässt sich nicht verwenden. Bitte ohne dieses Zertifikat weitermachen.',
    en: 'This certificate cannot be used. Please go on without it.',
  }),
  'pass-key-unknown': () => ({
    de: 'Dieser Pass lässt sich hier nicht prüfen. Bitte Ausweis zeigen lassen und die Person suchen oder aufnehmen.',
    en: 'This pass cannot be checked here. Please ask for the ID and search for or register the person.',
  }),
  'nobody-found': () => ({
    de: 'Niemand gefunden. Bitte die Schreibweise prüfen oder mit dem Geburtsdatum suchen.',
    en: 'Nobody found. Please check the spelling or search by birth date.',
  }),
  'no-such-day': () => ({
    de: 'Diesen Tag gibt es nicht. Bitte das Geburtsdatum prüfen.',
    en: 'This day does not exist. Please check the birth date.',
  }),
  'several-found': ({ count, hasMore, hasBirthDate, isBirthDateSame }) => {
    if (hasMore && hasBirthDate)
      return {
        de: `Mehr als ${count} Personen passen. Bitte mehr vom Namen dazu eingeben.`,
        en: `More than ${count} people match. Please type more of the name.`,
      };
    if (hasMore)
      return {
        de: `Mehr als ${count} Personen passen. Bitte das Geburtsdatum dazu eingeben.`,
        en: `More than ${count} people match. Please add the birth date.`,
      };
    if (count === 1)
      return {
        de: 'Eine Person könnte gemeint sein. Bitte Namen und Geburtsdatum vergleichen.',
        en: 'One person may be meant. Please compare name and birth date.',
      };
    if (isBirthDateSame)
      return {
        de: `${count} Personen mit gleichem Geburtsdatum passen. Bitte nach Termin und Anschrift auswählen.`,
        en: `${count} people of the same birth date match. Please choose by appointment and address.`,
      };
    return {
      de: `${count} Personen passen. Bitte anhand des Geburtsdatums auswählen.`,
      en: `${count} people match. Please choose by birth date.`,
    };
  },
};

function vaccineDe(vaccine: string | undefined): string {
  return vaccine === undefined ? '' : ` ${vaccine}`;
}

function vaccineEn(vaccine: string | undefined): string {
  return vaccine === undefined ? '' : ` of ${vaccine}`;
}

function secondsDe(seconds = 0): string {
  const count = Math.max(1, Math.round(seconds));
  return count === 1 ? 'einer Sekunde' : `${count} Sekunden`;
}

function secondsEn(seconds = 0): string {
  const count = Math.max(1, Math.round(seconds));
  return count === 1 ? 'one second' : `${count} seconds`;
}

function dosesDe(count = 0): string {
  return `${count} ${count === 1 ? 'Dosis' : 'Dosen'}`;
}

function dosesEn(count = 0): string {
  return `${count} ${count === 1 ? 'dose' : 'doses'}`;
}

/** A card whose barcode keeps the doses to itself says nothing about them: never that there were none. */
function germanDoses(count: number | undefined, on: DecisionFacts['on']): string {
  if (count === undefined) return ' (die Dosen stehen nicht im Code)';
  return `: ${count} ${count === 1 ? 'Dosis' : 'Dosen'}${on ? `, zuletzt am ${formatDate(on, 'de')}` : ''}`;
}

function englishDoses(count: number | undefined, on: DecisionFacts['on']): string {
  if (count === undefined) return ' (its code does not tell the doses)';
  return `: ${count} ${count === 1 ? 'dose' : 'doses'}${on ? `, last on ${formatDate(on, 'en')}` : ''}`;
}
