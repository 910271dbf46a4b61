import { isWithin } from './dates.ts';
import type { Patient } from './patient.ts';
import type { Series } from './published.ts';

/** Table 7-3; nobody's country of birth is known. */
export function isImmune({ published, observed, born }: Patient, antigen: string): boolean {
  const immunity = published.antigens.get(antigen)?.immunity;
  if (immunity?.clinicalHistory?.some(({ guidelineCode }) => observed.has(guidelineCode))) return true;
  const birth = immunity?.dateOfBirth;
  if (!birth || birth.birthCountry) return false;
  const [month, day, year] = birth.immunityBirthDate.split('/');
  return (
    born < `${year}-${month}-${day}` &&
    !birth.exclusion?.some(({ exclusionCode }) => observed.has(exclusionCode))
  );
}

/** Section 7.3: the whole antigen is forbidden, or every preferable vaccine of the series. */
export function isContraindicated({ published, observed, born, at }: Patient, series: Series): boolean {
  const rules = published.antigens.get(series.targetDisease)?.contraindications;
  const applies = (each: { observationCode: string; beginAge?: string; endAge?: string }) =>
    observed.has(each.observationCode) && isWithin(born, each, at);
  if (rules?.vaccineGroup?.contraindication?.some(applies)) return true;
  const forbidden = new Set(
    (rules?.vaccine?.contraindication ?? [])
      .filter(applies)
      .flatMap(({ contraindicatedVaccine = [] }) =>
        contraindicatedVaccine.filter((use) => isWithin(born, use, at)).map(({ cvx }) => cvx),
      ),
  );
  const preferable = series.seriesDose.flatMap(({ preferableVaccine = [] }) =>
    preferableVaccine.map(({ cvx }) => cvx),
  );
  return forbidden.size > 0 && preferable.length > 0 && preferable.every((cvx) => forbidden.has(cvx));
}
