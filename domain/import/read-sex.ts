import type { PersonDetails } from '../people/events.ts';

/** A sex or salutation as lists write it; signs that mean one thing here and another there (`K`, `1`) are not read. */
export function readSex(text: string): PersonDetails['sex'] | undefined {
  return sexes.get(text.toLocaleLowerCase('de').replace(/\.$/, ''));
}

const words = {
  female:
    'w f weiblich weibl female fem frau fr fräulein mädchen mrs ms miss mme mlle woman girl femme féminin donna femmina mujer femenino kobieta kadın kadin kız женский жен женщина жінка жіноча',
  male: 'm männlich maennlich männl maennl male masc mann herr herrn hr junge mr man boy homme masculin uomo maschio hombre masculino mężczyzna erkek мужской муж мужчина чоловік чоловіча',
  diverse: 'd x divers diverse div other non-binary nonbinary nichtbinär',
} as const;

const sexes = new Map<string, NonNullable<PersonDetails['sex']>>(
  (['female', 'male', 'diverse'] as const).flatMap((sex) =>
    words[sex].split(' ').map((word) => [word, sex] as const),
  ),
);
