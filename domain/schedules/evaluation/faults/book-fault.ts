import type { Bilingual } from '../../../kernel/bilingual.ts';

export type BookProblem =
  | 'named-twice'
  | 'unknown-product'
  | 'unknown-antigen'
  | 'unknown-observation'
  | 'unknown-dose'
  | 'order-contradictory'
  | 'age-range-empty'
  | 'in-force-empty'
  | 'rules-overlap'
  | 'both-wanted-and-inadvertent'
  | 'two-default-series'
  | 'group-equivalent-to-itself';

/** What is wrong with a book and where: the keys and places that lead there from the top. */
export interface BookFault {
  readonly path: readonly (string | number)[];
  readonly problem: BookProblem;
  /** What it is about, as the book writes it. */
  readonly named: string;
}

export function bookFaultSentence({ problem, named }: BookFault): Bilingual {
  const { de, en } = words[problem];
  return { de: de.replace('{named}', named), en: en.replace('{named}', named) };
}

const words: Record<BookProblem, Bilingual> = {
  'named-twice': { de: '{named} ist zweimal festgelegt.', en: '{named} is defined twice.' },
  'unknown-product': {
    de: 'Den Impfstoff {named} gibt es in diesem Impfschema nicht.',
    en: 'These schedules have no product {named}.',
  },
  'unknown-antigen': {
    de: 'Das Antigen {named} gibt es in diesem Impfschema nicht.',
    en: 'These schedules have no antigen {named}.',
  },
  'unknown-observation': {
    de: 'Die Beobachtung {named} gibt es in diesem Impfschema nicht.',
    en: 'These schedules have no observation {named}.',
  },
  'unknown-dose': {
    de: 'Dosis {named} liegt nicht vor dieser Dosis.',
    en: 'Dose {named} is not before this dose.',
  },
  'order-contradictory': {
    de: 'Diese Angaben widersprechen sich: {named}.',
    en: 'These rules contradict each other: {named}.',
  },
  'age-range-empty': {
    de: 'Dieser Altersbereich ist leer: {named}.',
    en: 'Nobody is ever of this age: {named}.',
  },
  'in-force-empty': {
    de: 'Diese Regel gilt an keinem Tag: {named}.',
    en: 'This rule is in force on no day: {named}.',
  },
  'rules-overlap': {
    de: 'Zwei Regeln gelten zugleich: {named}.',
    en: 'Two rules are in force at once: {named}.',
  },
  'both-wanted-and-inadvertent': {
    de: 'Der Impfstoff {named} ist zugleich vorgesehen und versehentlich.',
    en: 'The product {named} is both wanted and inadvertent.',
  },
  'two-default-series': {
    de: 'Die Gruppe {named} hat zwei Standardserien.',
    en: 'The series group {named} has two default series.',
  },
  'group-equivalent-to-itself': {
    de: 'Die Gruppe {named} ist sich selbst gleichgestellt.',
    en: 'The series group {named} is equivalent to itself.',
  },
};
