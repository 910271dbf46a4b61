/** An identifier as one text: a number means something only together with the system that gave it. */
export function systemAndValue(system: string, value: string): string {
  return `${system}|${value}`;
}

/**
 * What makes an entry one and the same wherever it comes from, where it has no identifier of its own: its address on a
 * server, or an id that is no other's anywhere (a UUID). Every other id means something on its server alone.
 */
export function identityOf(fullUrl: string | undefined, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (uuid.test(id)) return id;
  return serverOf(fullUrl) === undefined ? undefined : plainReference(fullUrl ?? '');
}

/** The base of a server, with its slash at the end; `undefined` for what lies on none. */
export function serverOf(fullUrl: string | undefined): string | undefined {
  return /^(https?:\/\/.*\/)[A-Z][A-Za-z]+\/[^/]+(?:\/_history\/[^/]+)?$/.exec(fullUrl ?? '')?.[1];
}

/** Without a version; the letters of `urn:uuid:` may be written small or large. */
export function plainReference(reference: string): string {
  return reference.startsWith('urn:') || reference.startsWith('URN:')
    ? reference.toLowerCase()
    : reference.replace(/\/_history\/[^/]+$/, '');
}

/** The id of a patient within a reference: of its server, or the whole of a `urn:uuid:`. */
export function patientIdIn(reference: string): string | undefined {
  return /(?:^|\/)Patient\/([^/]+)/.exec(reference)?.[1] ?? /^urn:uuid:(.+)$/.exec(reference)?.[1];
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
