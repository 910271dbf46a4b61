/** Bytes of one file from the disk of whoever designs: larger ones are refused before they are sent. */
export const imageUploadLimit = 5 * 1024 * 1024;
