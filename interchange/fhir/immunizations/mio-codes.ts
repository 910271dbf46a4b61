import type { SeriesName } from '../../../domain/products/product.ts';

export interface Concept {
  readonly code: string;
  readonly display: string;
}

/** The kind of vaccine by KBV_VS_MIO_Vaccination_Vaccine_List 1.1.0. */
export const mioVaccines: Readonly<Record<SeriesName, Concept>> = {
  'covid-19': {
    code: '1119349007',
    display:
      'Vaccine product containing only Severe acute respiratory syndrome coronavirus 2 messenger ribonucleic acid (medicinal product)',
  },
  influenza: {
    code: '836377006',
    display: 'Vaccine product containing Influenza virus antigen (medicinal product)',
  },
  mmr: {
    code: '871831003',
    display:
      'Vaccine product containing only Measles morbillivirus and Mumps orthorubulavirus and Rubella virus antigens (medicinal product)',
  },
  'hepatitis-b': {
    code: '836374004',
    display: 'Vaccine product containing Hepatitis B virus antigen (medicinal product)',
  },
  tbe: {
    code: '836403007',
    display: 'Vaccine product containing Tick-borne encephalitis virus antigen (medicinal product)',
  },
  mpox: {
    code: '836389008',
    display: 'Vaccine product containing Vaccinia virus antigen (medicinal product)',
  },
};

/** The diseases of KBV_VS_MIO_Vaccination_TargetDisease 1.1.0, which has none for mpox. */
export const mioDiseases: Readonly<Partial<Record<SeriesName, readonly Concept[]>>> = {
  'covid-19': [
    {
      code: '840539006',
      display: 'Disease caused by Severe acute respiratory syndrome coronavirus 2 (disorder)',
    },
  ],
  influenza: [{ code: '6142004', display: 'Influenza (disorder)' }],
  mmr: [
    { code: '14189004', display: 'Measles (disorder)' },
    { code: '36989005', display: 'Mumps (disorder)' },
    { code: '36653000', display: 'Rubella (disorder)' },
  ],
  'hepatitis-b': [{ code: '66071002', display: 'Viral hepatitis type B (disorder)' }],
  tbe: [{ code: '16901001', display: 'Central European encephalitis (disorder)' }],
};
