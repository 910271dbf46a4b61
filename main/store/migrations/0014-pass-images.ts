import type { Migration } from './migration.ts';

/** The images that many passes begin with, kept once; a file without `images` is a whole one from before. */
export const passImages: Migration = {
  id: 14,
  name: 'pass-images',
  sql: `
    CREATE TABLE pass_images (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    ALTER TABLE pass_file ADD COLUMN images TEXT REFERENCES pass_images (digest);
  `,
};
