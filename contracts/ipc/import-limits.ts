/** The largest piece of a file that one message carries. */
export const chunkBytes = 96 * 1024;

/** So much of the beginning of a file is looked at to guess how it is to be read. */
export const sampleBytes = 192 * 1024;
