import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A folder of supporting data in the CDC's form, for one invented disease with two doses four weeks apart. */
export async function writeSupportingData(folder: string): Promise<void> {
  const products = [{ cvx: '901', vaccineType: 'Test' }];
  const dose = { preferableVaccine: products, recurringDose: 'No' };
  const antigenSupportingData = {
    contraindications: { vaccineGroup: { contraindication: [{ observationCode: '080' }] } },
    series: [
      {
        seriesName: 'Testitis 2-dose series',
        targetDisease: 'Testitis',
        seriesType: 'Standard',
        selectSeries: {
          defaultSeries: 'Yes',
          productPath: 'No',
          seriesGroup: '1',
          seriesPriority: 'A',
          seriesPreference: '1',
        },
        seriesDose: [
          {
            ...dose,
            age: [{ absMinAge: '6 weeks - 4 days', minAge: '6 weeks', earliestRecAge: '2 months' }],
          },
          {
            ...dose,
            interval: [
              {
                fromPrevious: 'Y',
                absMinInt: '4 weeks - 4 days',
                minInt: '4 weeks',
                earliestRecInt: '8 weeks',
              },
            ],
          },
        ],
      },
    ],
  };
  const scheduleSupportingData = {
    liveVirusConflicts: { liveVirusConflict: [] },
    vaccineGroups: { vaccineGroup: [{ name: 'Testitis' }] },
    vaccineGroupToAntigenMap: { vaccineGroupMap: [{ name: 'Testitis', antigen: ['Testitis'] }] },
    cvxToAntigenMap: {
      cvxMap: [{ cvx: '901', shortDescription: 'Test', association: [{ antigen: 'Testitis' }] }],
    },
    observations: { observation: [{ observationCode: '080', observationTitle: 'Adverse reaction' }] },
  };
  await writeFile(path.join(folder, 'testitis.json'), JSON.stringify({ antigenSupportingData }));
  await writeFile(path.join(folder, 'schedule.json'), JSON.stringify({ scheduleSupportingData }));
}
