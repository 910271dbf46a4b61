import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentOfPerson } from '../../../contracts/ipc/consent-contract.ts';
import { consentKinds } from '../../../domain/consent/events.ts';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import { PartyFields } from './party-fields.tsx';
import { SignaturePad } from './signature-pad.tsx';
import { type ConsentEntry, useConsentEntry } from './use-consent-entry.ts';

interface ConsentFormProps {
  readonly personId: string;
  readonly visitId: string;
  readonly view: ConsentOfPerson;
  onLeave(): void;
  onSaved(): void;
}

/** Of the vaccine for which it was opened: what was said or signed for one is never saved for another. */
export function ConsentForm(props: ConsentFormProps) {
  const { view } = props;
  const [vaccine, setVaccine] = useState(view.vaccine);
  if (vaccine.productId === view.vaccine.productId)
    return <Entry key={vaccine.productId} {...props} vaccine={vaccine} />;
  return (
    <OtherVaccine
      before={vaccine.name}
      now={view.vaccine.name}
      onLeave={props.onLeave}
      onAnew={() => setVaccine(view.vaccine)}
    />
  );
}

function OtherVaccine({
  before,
  now,
  onLeave,
  onAnew,
}: {
  before: string;
  now: string;
  onLeave(): void;
  onAnew(): void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Said tone="warning">{t('consent.otherVaccine', { before, now })}</Said>
      <div className="desk-actions">
        <Button variant="default" size="md" onClick={onLeave}>
          {t('cancel')}
        </Button>
        <Button size="md" onClick={onAnew} ref={focusOnce} data-testid="consent-anew">
          {t('consent.askAnew')}
        </Button>
      </div>
    </>
  );
}

/** Who consents and how; Enter saves what stands there. */
function Entry({
  personId,
  visitId,
  view,
  vaccine: { productId, name },
  onLeave,
  onSaved,
}: ConsentFormProps & { vaccine: ConsentOfPerson['vaccine'] }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const give = useStationCommand('consent.give');
  const giveAsDoctor = useStationCommand('consent.give-as-doctor');
  const [requestId] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string>();
  const entry = useConsentEntry(view);
  const isBusy = give.isBusy || giveAsDoctor.isBusy;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!entry.whole || isBusy) return;
    const { party, form: entered } = entry.whole;
    const form =
      entered.kind === 'signature'
        ? { ...entered, strokes: entered.strokes.map((each) => [...each]) }
        : entered;
    const given = { requestId, personId, visitId, productId, form };
    const answer =
      party.who === 'self-judged'
        ? await giveAsDoctor.send({ ...given, party })
        : await give.send({ ...given, party });
    if (answer.ok) return onSaved();
    setRefused(sentenceOf(answer));
  };
  return (
    <form data-entry="none" className="consent-form" onSubmit={(event) => void submit(event)}>
      {view.isWithdrawn && <Said tone="warning">{t('consent.withdrawnHere')}</Said>}
      <p data-testid="consent-vaccine">{t('consent.ask', { vaccine: name })}</p>
      <PartyFields age={view.age} entry={entry} />
      <FormFields kinds={view.kinds} isFirst={view.age === 'self'} entry={entry} />
      {refused && <Said tone="fault">{refused}</Said>}
      <div className="desk-actions">
        <Button variant="default" size="md" onClick={onLeave}>
          {t('cancel')}
        </Button>
        <Button type="submit" size="md" loading={isBusy} disabled={!entry.whole} data-testid="consent-save">
          {t('consent.save')}
        </Button>
      </div>
    </form>
  );
}

function FormFields({
  kinds,
  isFirst,
  entry: { kind, strokes, reference },
}: {
  kinds: ConsentOfPerson['kinds'];
  /** Nothing above it is to be entered. */
  isFirst: boolean;
  entry: ConsentEntry;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        label={t('consent.how')}
        value={kind.value ?? null}
        onChange={(value) => kind.set(consentKinds.find((each) => each === value) ?? kind.value)}
      >
        <div className="consent-choice">
          {kinds.map((each, index) => (
            <Radio
              key={each}
              value={each}
              label={t(`consent.kinds.${each}`)}
              data-testid={`consent-${each}`}
              {...(isFirst && index === 0 ? { ref: focusOnce } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      {kind.value === 'signature' && <SignaturePad strokes={strokes.value} onChange={strokes.set} />}
      {kind.value === 'paper' && (
        <TextInput
          label={t('consent.reference')}
          value={reference.value}
          maxLength={100}
          required
          autoComplete="off"
          onChange={(event) => reference.set(event.currentTarget.value)}
        />
      )}
    </>
  );
}

function focusOnce(input: HTMLElement | null): void {
  input?.focus();
}
