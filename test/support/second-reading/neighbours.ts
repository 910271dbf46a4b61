import fc from 'fast-check';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Case, Given } from './patient.ts';
import type { Published } from './published.ts';

/** On which side of the days of grace a dose falls, and some days, months and years beyond. */
const shifts = [-365, -180, -28, -5, -4, -1, 1, 4, 5, 28, 180, 365] as const;

/** Cases one step away from a published one: a day moved, a product changed, a dose more or less, another sex. */
export function neighboursOf(cases: readonly Case[]): fc.Arbitrary<Case> {
  const products = new Map<string, Given[]>();
  for (const { group, doses = [] } of cases) products.set(group, [...(products.get(group) ?? []), ...doses]);
  return fc
    .record({
      case: fc.constantFrom(...cases),
      step: fc.constantFrom('born', 'at', 'dose', 'product', 'drop', 'twice', 'again', 'sex', 'earlier'),
      by: fc.constantFrom(...shifts),
      place: fc.nat(6),
      other: fc.nat(200),
    })
    .map(({ case: one, step, by, place, other }) => {
      const doses = (one.doses ?? []).map(({ on, cvx, mvx }) => ({ on, cvx, ...(mvx ? { mvx } : {}) }));
      const chosen = doses[place % Math.max(doses.length, 1)];
      const last = doses.at(-1);
      const ofGroup = products.get(one.group) ?? [];
      const product = ofGroup[other % Math.max(ofGroup.length, 1)];
      const changed = { ...one, doses };
      if (step === 'born') return sound({ ...changed, born: moved(one.born, by) });
      if (step === 'at') return sound({ ...changed, at: moved(one.at, Math.abs(by)) });
      if (step === 'sex') return sound({ ...changed, sex: one.sex === 'F' ? 'M' : 'F' });
      if (!chosen || !last || !product) return sound(changed);
      const rest = doses.filter((dose) => dose !== chosen);
      const swapped = { on: chosen.on, cvx: product.cvx, ...(product.mvx ? { mvx: product.mvx } : {}) };
      const stepped: Record<string, Given[]> = {
        dose: [...rest, { ...chosen, on: moved(chosen.on, by) }],
        product: [...rest, swapped],
        drop: rest,
        twice: [...doses, { ...chosen }],
        again: [...doses, { ...last, on: moved(last.on, Math.abs(by)) }],
        earlier: doses.slice(0, place),
      };
      return sound({ ...changed, doses: stepped[step] ?? doses });
    });
}

/** Histories that nobody published, of every group, with findings that make risk series concern somebody. */
export function historiesOf(published: Published): fc.Arbitrary<Case> {
  const groups = [...published.groups.keys()];
  return fc.constantFrom(...groups).chain((group) => {
    const antigens = (published.groups.get(group) ?? []).flatMap(
      (name) => published.antigens.get(name) ?? [],
    );
    const series = antigens.flatMap((antigen) => antigen.series);
    const uses = series.flatMap(({ seriesDose }) =>
      seriesDose.flatMap(({ preferableVaccine = [], allowableVaccine = [], inadvertentVaccine = [] }) => [
        ...preferableVaccine,
        ...allowableVaccine,
        ...inadvertentVaccine.slice(0, 1),
      ]),
    );
    const findings = [
      ...series.flatMap(({ indication = [] }) => indication.map((each) => each.observationCode.code)),
      ...antigens.flatMap(({ contraindications: rules, immunity }) => [
        ...(rules?.vaccineGroup?.contraindication ?? []).map((each) => each.observationCode),
        ...(rules?.vaccine?.contraindication ?? []).map((each) => each.observationCode),
        ...(immunity?.clinicalHistory ?? []).map((each) => each.guidelineCode),
      ]),
    ];
    const gaps = [0, 24, 27, 28, 30, 52, 56, 60, 84, 112, 150, 180, 365, 1500];
    return fc
      .record({
        born: fc.integer({ min: 0, max: 30_000 }).map((days) => moved('2025-11-10', -days)),
        at: fc.constantFrom(
          '2026-07-15',
          '2026-04-10',
          '2025-11-10',
          '2025-09-11',
          '2024-10-06',
          '2017-08-24',
        ),
        sex: fc.constantFrom('F', 'M', 'U'),
        begun: fc.constantFrom(0, 42, 60, 365, 4000, 7000, 18_500),
        given: fc.array(fc.record({ use: fc.constantFrom(...uses), gap: fc.constantFrom(...gaps) }), {
          maxLength: 6,
        }),
        history: findings.length === 0 ? fc.constant([]) : fc.subarray(findings, { maxLength: 2 }),
      })
      .map(({ begun, given, ...one }) => {
        let on = moved(one.born, begun);
        const doses = given.map(({ use, gap }) => {
          on = moved(on, gap);
          return {
            on,
            cvx: use.cvx,
            ...('mvx' in use && typeof use.mvx === 'string' ? { mvx: use.mvx } : {}),
          };
        });
        return sound({ ...one, id: 'invented', group, doses: doses.filter((dose) => dose.on <= one.at) });
      });
  });
}

/** Without doses before birth, and asked about after the last dose. */
function sound(one: Case & { readonly doses: readonly Given[] }): Case {
  const doses = one.doses.filter(({ on }) => on >= one.born);
  const at = [one.at, one.born, ...doses.map(({ on }) => on)].sort().at(-1) ?? one.at;
  return { ...one, doses, at };
}

function moved(day: string, by: number): string {
  return addDays(day as PlainDate, by);
}
