/** Where data about people goes to, as the site lead sets it up. */
export const destinations = ['mail-server', 'hand-over-page'] as const;
export type DestinationName = (typeof destinations)[number];

export const destinationParts = [
  'address',
  'security',
  'account',
  'password',
  'sender',
  'public-url',
  'proxy',
] as const;
export type DestinationPart = (typeof destinationParts)[number];
