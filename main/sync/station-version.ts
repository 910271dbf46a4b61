import manifest from '../../package.json' with { type: 'json' };

/** What headquarters' operator sees of this program. */
export const stationVersion: string = manifest.version;
