/** What windows show: told that something about it changed, they ask again. */
export type Topic =
  | 'desk'
  | 'people'
  | 'passes'
  | 'system'
  | 'board'
  | 'appointments'
  | 'products'
  | 'stock'
  | 'staff'
  | 'templates'
  | 'handover'
  | 'import'
  | 'sync';
