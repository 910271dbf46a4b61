import { ownValue } from '../../../domain/kernel/own-value.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type {
  AntigenRules,
  ContraindicationRule,
  ImmunityRule,
  SeriesKind,
  SeriesRule,
  Sex,
} from '../../../domain/schedules/evaluation/schedule-book.ts';
import type { CdsiAntigen, CdsiSeries } from './cdsi-shapes.ts';
import { readDose } from './read-dose.ts';
import { agesOf } from './read-parts.ts';

/** The rules of one antigen file of the CDC's supporting data. */
export function readAntigen(data: CdsiAntigen): AntigenRules {
  const antigen = data.series[0]?.targetDisease ?? '';
  const immunity = readImmunity(data.immunity);
  return {
    antigen,
    ...(immunity ? { immunity } : {}),
    contraindications: readContraindications(data.contraindications),
    series: data.series.map(readSeries),
  };
}

function readImmunity(immunity: CdsiAntigen['immunity']): ImmunityRule | undefined {
  if (!immunity) return undefined;
  const { clinicalHistory = [], dateOfBirth } = immunity;
  const observations = clinicalHistory.map(({ guidelineCode }) => guidelineCode);
  if (!dateOfBirth) return { observations };
  const { immunityBirthDate, birthCountry, exclusion = [] } = dateOfBirth;
  const [month, day, year] = immunityBirthDate.split('/');
  return {
    observations,
    bornBefore: {
      day: `${year}-${month}-${day}` as PlainDate,
      ...(birthCountry === undefined ? {} : { country: birthCountry }),
      unlessObserved: exclusion.map(({ exclusionCode }) => exclusionCode),
    },
  };
}

function readContraindications(data: CdsiAntigen['contraindications']): ContraindicationRule[] {
  const ofAntigen = data?.vaccineGroup?.contraindication ?? [];
  const ofProducts = data?.vaccine?.contraindication ?? [];
  return [
    ...ofAntigen.map((each) => ({
      observation: each.observationCode,
      text: each.contraindicationText ?? '',
      ...agesOf(each),
    })),
    ...ofProducts.map((each) => ({
      observation: each.observationCode,
      text: each.contraindicationText ?? '',
      ...agesOf(each),
      products: (each.contraindicatedVaccine ?? []).map((use) => ({ product: use.cvx, ...agesOf(use) })),
    })),
  ];
}

const kinds: Record<string, SeriesKind> = {
  Standard: 'standard',
  Risk: 'risk',
  'Evaluation Only': 'evaluation-only',
};
const sexes: Record<string, Sex> = { Female: 'female', Male: 'male', Unknown: 'unknown' };

function readSeries(series: CdsiSeries): SeriesRule {
  const { selectSeries: select, requiredGender } = series;
  return {
    name: series.seriesName,
    kind: ownValue(kinds, series.seriesType) ?? 'standard',
    ...(requiredGender ? { sexes: requiredGender.flatMap((gender) => ownValue(sexes, gender) ?? []) } : {}),
    seriesGroup: select.seriesGroup,
    equivalentGroups: series.equivalentSeriesGroups?.split(/[;,]/).map((group) => group.trim()) ?? [],
    isDefault: select.defaultSeries === 'Yes',
    isOfOneProduct: select.productPath === 'Yes',
    priority: select.seriesPriority,
    ...(select.seriesPreference === undefined ? {} : { preference: Number(select.seriesPreference) }),
    ...(select.minAgeToStart === undefined ? {} : { minimumAgeToStart: select.minAgeToStart }),
    ...(select.maxAgeToStart === undefined ? {} : { maximumAgeToStart: select.maxAgeToStart }),
    indications: (series.indication ?? []).map((each) => ({
      observation: each.observationCode.code,
      ...agesOf(each),
    })),
    doses: series.seriesDose.map(readDose),
  };
}
