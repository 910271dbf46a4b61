/** The largest piece of a file that one message carries. */
export const chunkBytes = 96 * 1024;

/** So much of the beginning of a file is looked at to guess how it is to be read. */
export const sampleBytes = 192 * 1024;

/** A FHIR file about one person: a whole life of vaccinations is a tenth of it. */
export const toldFileCharacters = 2 * 1024 * 1024;
