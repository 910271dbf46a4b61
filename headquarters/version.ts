import manifest from '../package.json' with { type: 'json' };

/** What this server is: said to stations and in `/health`. */
export const version: string = manifest.version;
