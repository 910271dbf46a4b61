import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoseCorrection } from '../../../contracts/ipc/dose-versions.ts';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { isLot } from '../../../domain/vaccination/lot.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DoseChanges } from '../../components/dose-changes.tsx';
import { DoseWords } from '../../components/dose-words.tsx';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { CorrectionEffects } from './correction-effects.tsx';
import { amountOf, DoseEntryFields, type DoseEntryForm, formOf } from './dose-entry-fields.tsx';
import type { Desk } from './use-desk.ts';
import { useFreshCard } from './use-person-card.ts';

type Dose = PersonCard['doses'][number];
type Known = ChannelOutput<'desk.dose-entry'>;
type Entry = Known['entry'];

interface CorrectDoseProps {
  readonly person: PersonCard['person'];
  readonly dose: Dose;
  readonly desk: Desk;
  onClose(): void;
}

/** What was entered wrongly about a dose: a new entry beside the old one, by four eyes. */
export function CorrectDoseDialog(props: CorrectDoseProps) {
  const { personId, doseId } = props.dose;
  const { data, isFetchedAfterMount } = useStationQuery('desk.dose-entry', { personId, doseId }, []);
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  // What an earlier opening was answered may have been corrected since.
  if (!data || !isFetchedAfterMount) return null;
  if (data.ok) return <CorrectDose {...props} known={data.value} />;
  return (
    <Dialog opened onClose={props.onClose} title={t('correctDose.title', { ordinal: props.dose.ordinal })}>
      <p role="alert">{sentenceOf(data)}</p>
    </Dialog>
  );
}

function CorrectDose({ person, dose, desk, known: now, onClose }: CorrectDoseProps & { known: Known }) {
  const { t } = useTranslation();
  const { decimal } = useFormats();
  const showFresh = useFreshCard();
  const sentenceOf = useRefusalSentence();
  const { send } = useStationCommand('desk.correct-dose');
  /** As it was when somebody began to correct it: the command refuses if it is another one by then. */
  const [known] = useState(now);
  const [form, setForm] = useState(() => formOf(known.entry, decimal));
  const [note, setNote] = useState('');
  const { personId, doseId } = dose;
  const to = entryOf(form);
  const isChanged =
    to !== undefined && JSON.stringify(to) !== JSON.stringify(entryOf(formOf(known.entry, decimal)));
  const wish = { personId, doseId, to: to ?? known.entry };
  const { data: weighed } = useStationQuery('desk.weigh-correction', wish, ['desk', 'stock'], isChanged);
  return (
    <FourEyesDialog
      channel="desk.correct-dose"
      title={t('correctDose.title', { ordinal: dose.ordinal })}
      label={t('correctDose.confirm')}
      testId="confirm-correction"
      isReady={isChanged && weighed?.ok === true && note.trim() !== ''}
      send={async (agreed) => to && send({ ...agreed, personId, doseId, seen: known.entry, to, note })}
      onDone={({ value }) => {
        showFresh(value);
        onClose();
        desk.finish({ kind: 'corrected' });
      }}
      onClose={onClose}
    >
      <PersonLine person={person} />
      <p>
        <DoseWords dose={dose} />
      </p>
      <p>{t('correctDose.text')}</p>
      <DoseEntryFields form={form} known={known} onChange={setForm} />
      {isChanged && (
        <section aria-label={t('correctDose.changes')} data-testid="correction-preview">
          <h3 className="desk-section">{t('correctDose.changes')}</h3>
          <DoseChanges before={factsOf(known.entry, known)} after={factsOf(to, known)} />
          {weighed?.ok === false && <p role="alert">{sentenceOf(weighed)}</p>}
          {weighed?.ok && <CorrectionEffects effects={weighed.value} />}
        </section>
      )}
      <Textarea
        mt="md"
        required
        label={t('correctDose.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FourEyesDialog>
  );
}

/** Undefined while something of it cannot be. */
function entryOf(typed: DoseEntryForm): Entry | undefined {
  const { lot, expiresOn, givenOn, amount: _, indication, isExpiryUnreadable, ...form } = typed;
  const day = parsePlainDate(givenOn);
  const usableUntil = parsePlainDate(expiresOn);
  const amountMl = amountOf(typed);
  if (!isLot(lot.trim()) || isExpiryUnreadable || !day || amountMl === undefined) return undefined;
  return {
    ...form,
    lot: lot.trim(),
    ...(usableUntil ? { expiresOn: usableUntil } : {}),
    givenOn: day,
    amountMl,
    ...(indication === '' ? {} : { indication }),
  };
}

/** As people read it. */
function factsOf(
  { productId, vaccinator, ...entry }: Entry,
  { products, vaccinators }: Known,
): DoseCorrection['before'] {
  const name = vaccinators.find((each) => each.vaccinator === vaccinator)?.name;
  const product = products.find((each) => each.productId === productId)?.name ?? productId;
  return { ...entry, product, ...(name === undefined ? {} : { vaccinator: name }) };
}
