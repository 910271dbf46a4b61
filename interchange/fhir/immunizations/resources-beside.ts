import { plainReference } from '../references.ts';

interface Resource {
  readonly resourceType: string;
  readonly id?: string | undefined;
}

/** What an entry may refer to: the other entries of its bundle, and what it contains itself. */
export interface Beside {
  /** By `fullUrl`, by `Type/id`, or by `#id` for what is contained. */
  find(reference: string): Resource | undefined;
  within(contained: readonly Resource[] | undefined): Beside;
}

export function resourcesBeside(
  entries: readonly { readonly fullUrl?: string | undefined; readonly resource: Resource }[],
): Beside {
  const known = new Map<string, Resource>();
  for (const { fullUrl, resource } of entries) {
    if (fullUrl !== undefined) known.set(plainReference(fullUrl), resource);
    if (resource.id !== undefined) known.set(`${resource.resourceType}/${resource.id}`, resource);
  }
  return besideOf(known, new Map());
}

function besideOf(known: ReadonlyMap<string, Resource>, contained: ReadonlyMap<string, Resource>): Beside {
  return {
    find(reference) {
      // A reference by the address of a server may stand for an entry that has only its name there.
      const [type = '', id = ''] = reference.split('/').slice(-2);
      const short = /^[A-Z][A-Za-z]+$/.test(type) && id !== '' ? `${type}/${id}` : '';
      return contained.get(reference) ?? known.get(reference) ?? known.get(short);
    },
    within: (own = []) => besideOf(known, new Map(own.map((each) => [`#${each.id ?? ''}`, each]))),
  };
}
