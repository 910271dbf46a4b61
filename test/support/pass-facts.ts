import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { idOf, type PassId } from '../../domain/kernel/ids.ts';
import { instantAt } from '../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../domain/kernel/plain-date.ts';
import type { PassAppointment, PassFacts } from '../../domain/passes/pass-facts.ts';
import { createPassBarcode, type PassKey } from '../../issuing/barcode/pass-barcode.ts';

export const testPassKey: PassKey = { keyId: 1, secret: new Uint8Array(32).fill(42) };

const zone = 'Europe/Berlin';
const firstDate = instantAt('2026-11-23' as PlainDate, '09:00', zone);
const secondDate = instantAt('2026-12-15' as PlainDate, '10:30', zone);

/** Facts of a pass, changed step by step: `aPass().named('Jörg', 'Müller').afterDose(1).facts()`. */
export function aPass(passId = '0123456789ABCDEF0123') {
  return new PassFactsBuilder(idOf<PassId>(passId));
}

class PassFactsBuilder {
  readonly #passId: PassId;
  #change: Partial<PassFacts> = {};
  #person: NonNullable<PassFacts['person']> = {
    givenName: 'Jörg',
    familyName: 'Müller',
    birthDate: '1950-01-02' as BirthDate,
    street: 'Am Markt 1',
    postcode: '12345',
    city: 'Musterstadt',
    language: 'de',
  };
  #doses = 0;

  constructor(passId: PassId) {
    this.#passId = passId;
  }

  named(givenName: string, familyName: string): this {
    this.#person = { ...this.#person, givenName, familyName };
    return this;
  }

  afterDose(count: 0 | 1 | 2): this {
    this.#doses = count;
    return this;
  }

  announcing(announced: PassFacts['announced']): this {
    return this.with({ announced });
  }

  withMessage(message: Bilingual): this {
    return this.with({ message });
  }

  with(change: Partial<PassFacts>): this {
    this.#change = { ...this.#change, ...change };
    return this;
  }

  facts(): PassFacts {
    const doses = ['2026-11-23', '2026-12-15'].slice(0, this.#doses).map((day, index) => ({
      ordinal: index + 1,
      givenOn: day as PlainDate,
      productName: 'Comirnaty',
      lot: `LOT${index + 1}`,
    }));
    const barcode = createPassBarcode(testPassKey, {
      passId: this.#passId,
      doseCount: doses.length,
      ...(doses.length > 0 ? { lastDoseOn: doses.at(-1)?.givenOn } : {}),
      identity: this.#person,
    });
    if (!barcode.ok) throw new Error(barcode.refusal);
    return {
      passId: this.#passId,
      barcode: barcode.value,
      isVoided: false,
      person: this.#person,
      centre: {
        name: 'Impfzentrum Musterstadt',
        timeZone: zone,
        street: 'Hauptstraße 5',
        postcode: '12345',
        city: 'Musterstadt',
        phone: '+49 30 1234567',
        email: 'kontakt@impfzentrum.example',
      },
      product: { name: 'Comirnaty', disease: { de: 'COVID-19', en: 'COVID-19' } },
      plannedDoses: 2,
      appointments: [this.#appointment(1, firstDate), this.#appointment(2, secondDate)],
      doses,
      ...this.#change,
    };
  }

  #appointment(plannedDose: number, startsAt: PassAppointment['startsAt']): PassAppointment {
    return { plannedDose, startsAt, status: plannedDose <= this.#doses ? 'attended' : 'booked' };
  }
}
