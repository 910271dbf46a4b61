/** A name as lists have it: family name first, and whichever there is where one is missing. */
export function listName({ familyName, givenName }: { familyName: string; givenName: string }): string {
  return [familyName, givenName].filter((name) => name !== '').join(', ');
}
