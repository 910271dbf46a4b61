import type { Language } from '../kernel/bilingual.ts';
import { ownValue } from '../kernel/own-value.ts';

/** Public holidays of the German states, and two days on which most centres are closed, as German law and use name them. */
const english: Readonly<Record<string, string>> = {
  neujahr: 'New Year’s Day',
  neujahrstag: 'New Year’s Day',
  'heilige drei könige': 'Epiphany',
  'internationaler frauentag': 'International Women’s Day',
  frauentag: 'International Women’s Day',
  rosenmontag: 'Carnival Monday',
  karfreitag: 'Good Friday',
  ostersonntag: 'Easter Sunday',
  ostermontag: 'Easter Monday',
  'tag der arbeit': 'Labour Day',
  maifeiertag: 'Labour Day',
  'christi himmelfahrt': 'Ascension Day',
  pfingstsonntag: 'Whit Sunday',
  pfingstmontag: 'Whit Monday',
  fronleichnam: 'Corpus Christi',
  'mariä himmelfahrt': 'Assumption Day',
  weltkindertag: 'World Children’s Day',
  'tag der deutschen einheit': 'German Unity Day',
  reformationstag: 'Reformation Day',
  allerheiligen: 'All Saints’ Day',
  'buß- und bettag': 'Day of Repentance and Prayer',
  heiligabend: 'Christmas Eve',
  'heiliger abend': 'Christmas Eve',
  weihnachten: 'Christmas',
  '1. weihnachtstag': 'Christmas Day',
  '1. weihnachtsfeiertag': 'Christmas Day',
  'erster weihnachtstag': 'Christmas Day',
  '2. weihnachtstag': 'St Stephen’s Day',
  '2. weihnachtsfeiertag': 'St Stephen’s Day',
  'zweiter weihnachtstag': 'St Stephen’s Day',
  silvester: 'New Year’s Eve',
};

/** A closed day in the language of the screen; what a centre named itself stays as it named it. */
export function holidayName(name: string, language: Language): string {
  return (language === 'en' && ownValue(english, name.trim().toLowerCase())) || name;
}
