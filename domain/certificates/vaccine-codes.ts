/** How the EU value sets (2.12, encoding instructions of 2023-05-05) code a vaccine. */
export interface VaccineCodes {
  readonly name: string;
  /** Medicinal product: the EU marketing authorisation. */
  readonly product: string;
  readonly manufacturer: string;
  readonly manufacturerName: string;
  /** SNOMED CT code of the kind of vaccine. */
  readonly prophylaxis: string;
  /** SNOMED CT code of the disease. */
  readonly disease: string;
  /** CVX code, which FHIR immunizations carry. */
  readonly cvx?: string;
}

export const covid19 = '840539006';
const kind = { mrna: '1119349007', vector: '29061000087103', protein: '1162643001', whole: '1157024006' };

export const vaccineCodes: readonly VaccineCodes[] = [
  vaccine('Comirnaty', 'EU/1/20/1528', 'ORG-100030215', 'Biontech Manufacturing GmbH', kind.mrna, '208'),
  vaccine('Spikevax', 'EU/1/20/1507', 'ORG-100031184', 'Moderna Biotech Spain S.L.', kind.mrna, '207'),
  vaccine('Vaxzevria', 'EU/1/21/1529', 'ORG-100001699', 'AstraZeneca AB', kind.vector, '210'),
  vaccine('Jcovden', 'EU/1/20/1525', 'ORG-100001417', 'Janssen-Cilag International', kind.vector, '212'),
  vaccine('Nuvaxovid', 'EU/1/21/1618', 'ORG-100032020', 'Novavax CZ a.s.', kind.protein, '211'),
  vaccine('COVID-19 Vaccine Valneva', 'EU/1/21/1624', 'ORG-100036422', 'Valneva France', kind.whole),
  vaccine('VidPrevtyn Beta', 'EU/1/21/1580', 'ORG-100000788', 'Sanofi Pasteur', kind.protein),
  vaccine('Bimervax', 'EU/1/22/1709', 'ORG-100036914', 'Hipra Human Health S.L.', kind.protein),
];

export function codesOfAuthorisation(authorisation: string): VaccineCodes | undefined {
  return vaccineCodes.find(({ product }) => product === authorisation);
}

function vaccine(
  name: string,
  product: string,
  manufacturer: string,
  manufacturerName: string,
  prophylaxis: string,
  cvx?: string,
): VaccineCodes {
  return {
    name,
    product,
    manufacturer,
    manufacturerName,
    prophylaxis,
    disease: covid19,
    ...(cvx ? { cvx } : {}),
  };
}
