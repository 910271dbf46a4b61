/** Nothing that is meant for us nests deeper: a document of FHIR needs about twenty levels. */
export const mostDepth = 64;
/** So many values in one message are no message; shared ones count each time, so that loops end, too. */
const mostValues = 2_000_000;

/**
 * Whether a value from outside nests deeper than anything that copies, checks or writes it can follow: asked before
 * any of them. What is neither list, plain object, bytes nor date is taken for too deep as well.
 */
export function isTooDeep(value: unknown, most = mostDepth): boolean {
  const waiting: { readonly value: object; readonly depth: number }[] = [];
  let values = 0;
  const add = (inner: unknown, depth: number): boolean => {
    values += 1;
    if (typeof inner !== 'object' || inner === null) return true;
    if (ArrayBuffer.isView(inner) || inner instanceof ArrayBuffer || inner instanceof Date) return true;
    if (depth > most || !isPlain(inner)) return false;
    waiting.push({ value: inner, depth });
    return true;
  };
  if (!add(value, 1)) return true;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const inside: readonly unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value);
    for (const inner of inside) if (!add(inner, next.depth + 1)) return true;
    if (values > mostValues) return true;
  }
  return false;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || isForeignPlain(prototype);
}

/** Of another realm, whose `Object.prototype` it is made from, or from a form, whose fields inherit from nothing. */
function isForeignPlain(prototype: object): boolean {
  if (Object.getPrototypeOf(prototype) !== null) return false;
  return Object.hasOwn(prototype, 'hasOwnProperty') || Reflect.ownKeys(prototype).length === 0;
}
