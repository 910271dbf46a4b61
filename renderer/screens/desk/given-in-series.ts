import type { PersonCard } from '../../../contracts/ipc/person-card.ts';

/** How many doses count in the series of the vaccine that the person is here for. */
export function givenInSeries({ doses }: PersonCard): number {
  return doses.filter((dose) => !dose.isVoided && !dose.isOtherSeries).length;
}
