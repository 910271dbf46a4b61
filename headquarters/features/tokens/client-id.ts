/** Who asks for a token: the id names its centre, so that nothing has to be looked for across centres. */
export interface ClientName {
  readonly kind: 'station' | 'api';
  readonly centre: string;
  /** The station's id, or the client's own. */
  readonly id: string;
}

/** `station.nord.0191d3a0-...`; no character that HTTP Basic would have to escape. */
export function clientIdOf({ kind, centre, id }: ClientName): string {
  return `${kind}.${centre}.${id}`;
}

export function readClientId(text: string): ClientName | undefined {
  const found = /^(station|api)\.([a-z0-9-]{1,40})\.([A-Za-z0-9_-]{1,128})$/.exec(text);
  if (!found) return undefined;
  const [, kind, centre = '', id = ''] = found;
  return { kind: kind as ClientName['kind'], centre, id };
}
