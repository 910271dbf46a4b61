import { useState } from 'react';
import type { ConsentOfPerson } from '../../../contracts/ipc/consent-contract.ts';
import type {
  ConsentForm,
  ConsentingParty,
  ConsentKind,
  GuardianRelation,
} from '../../../domain/consent/events.ts';
import { isSignature, type Signature } from '../../../domain/consent/signature.ts';

/**
 * What is being entered about a consent, and what it comes to once it is whole. Of a guardian nothing is a fact before
 * somebody says so: whether they are here, and how they consented where that can be in several ways.
 */
export function useConsentEntry({ kinds, age, lastGuardian }: ConsentOfPerson) {
  const [chosenKind, setKind] = useState<ConsentKind>();
  const [strokes, setStrokes] = useState<Signature>([]);
  const [reference, setReference] = useState('');
  const [who, setWho] = useState<ConsentingParty['who']>(age === 'self' ? 'self' : 'guardian');
  const [name, setName] = useState(lastGuardian?.name ?? '');
  const [relation, setRelation] = useState<GuardianRelation>(
    lastGuardian?.relation ?? (age === 'self' ? 'carer' : 'parent'),
  );
  const [isPresent, setPresent] = useState<boolean>();
  const usualKind = who === 'guardian' && kinds.length > 1 ? undefined : (kinds[0] ?? 'oral');
  const kind = chosenKind ?? usualKind;
  const form: ConsentForm | undefined = kind === undefined ? undefined : formOf(kind, strokes, reference);
  const party: ConsentingParty | undefined =
    who !== 'guardian' ? { who } : isPresent === undefined ? undefined : { who, name, relation, isPresent };
  const isWhole =
    form !== undefined &&
    party !== undefined &&
    (kind !== 'signature' || isSignature(strokes)) &&
    (kind !== 'paper' || reference.trim() !== '') &&
    (who !== 'guardian' || /\p{L}/u.test(name));
  return {
    /** Absent while something is missing. */
    whole: isWhole ? { form, party } : undefined,
    kind: { value: kind, set: setKind },
    strokes: { value: strokes, set: setStrokes },
    reference: { value: reference, set: setReference },
    who: { value: who, set: setWho },
    name: { value: name, set: setName },
    relation: { value: relation, set: setRelation },
    isPresent: { value: isPresent, set: setPresent },
  };
}

function formOf(kind: ConsentKind, strokes: Signature, reference: string): ConsentForm {
  if (kind === 'signature') return { kind, strokes };
  return kind === 'paper' ? { kind, reference } : { kind };
}

export type ConsentEntry = ReturnType<typeof useConsentEntry>;
