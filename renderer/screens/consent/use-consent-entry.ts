import { useState } from 'react';
import type { ConsentOfPerson } from '../../../contracts/ipc/consent-contract.ts';
import type {
  ConsentForm,
  ConsentingParty,
  ConsentKind,
  GuardianRelation,
} from '../../../domain/consent/events.ts';
import { isSignature, type Signature } from '../../../domain/consent/signature.ts';

/** What is being entered about a consent, and what it comes to once it is whole. */
export function useConsentEntry({ kinds, age, lastGuardian }: ConsentOfPerson) {
  const [kind, setKind] = useState<ConsentKind>(kinds[0] ?? 'oral');
  const [strokes, setStrokes] = useState<Signature>([]);
  const [reference, setReference] = useState('');
  const [who, setWho] = useState<ConsentingParty['who']>(age === 'self' ? 'self' : 'guardian');
  const [name, setName] = useState(lastGuardian?.name ?? '');
  const [relation, setRelation] = useState<GuardianRelation>(
    lastGuardian?.relation ?? (age === 'self' ? 'carer' : 'parent'),
  );
  const [isPresent, setPresent] = useState(true);
  const form: ConsentForm =
    kind === 'signature' ? { kind, strokes } : kind === 'paper' ? { kind, reference } : { kind };
  const party: ConsentingParty = who === 'guardian' ? { who, name, relation, isPresent } : { who };
  const isWhole =
    (kind !== 'signature' || isSignature(strokes)) &&
    (kind !== 'paper' || reference.trim() !== '') &&
    (who !== 'guardian' || /\p{L}/u.test(name));
  return {
    form,
    party,
    isWhole,
    kind: { value: kind, set: setKind },
    strokes: { value: strokes, set: setStrokes },
    reference: { value: reference, set: setReference },
    who: { value: who, set: setWho },
    name: { value: name, set: setName },
    relation: { value: relation, set: setRelation },
    isPresent: { value: isPresent, set: setPresent },
  };
}

export type ConsentEntry = ReturnType<typeof useConsentEntry>;
