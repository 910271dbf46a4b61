/** What windows show: told that something about it changed, they ask again. */
export const topics = [
  'desk',
  'people',
  'passes',
  'system',
  'board',
  'appointments',
  'products',
  'stock',
  'staff',
  'templates',
  'handover',
  'import',
  'sync',
] as const;
export type Topic = (typeof topics)[number];
