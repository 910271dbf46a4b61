import { type Assessment, isOfAge } from './assessment.ts';
import type { CompiledAntigen, CompiledContraindication, CompiledSeries } from './compiled-book.ts';

/** Whether nothing of a series may be given: the antigen is forbidden, or every preferable product of a dose is. */
export function isContraindicated(
  assessment: Assessment,
  antigen: CompiledAntigen,
  series: CompiledSeries,
): boolean {
  if (assessment.observations.size === 0) return false;
  const applying = antigen.contraindications.filter((rule) => applies(assessment, rule));
  if (applying.some(({ products }) => products === undefined)) return true;
  if (applying.length === 0) return false;
  const products = new Set(series.doses.flatMap(({ preferable }) => [...preferable.keys()]));
  return products.size > 0 && [...products].every((product) => isForbidden(assessment, applying, product));
}

function applies(assessment: Assessment, rule: CompiledContraindication): boolean {
  return assessment.observations.has(rule.observation) && isOfAge(assessment, rule, assessment.at);
}

function isForbidden(
  assessment: Assessment,
  applying: readonly CompiledContraindication[],
  product: number,
): boolean {
  return applying.some(({ products }) =>
    products?.get(product)?.some((ages) => isOfAge(assessment, ages, assessment.at)),
  );
}
