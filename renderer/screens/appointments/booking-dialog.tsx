import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { type Choice, PlacePicker } from './place-picker.tsx';

type Proposal = ChannelOutput<'appointments.propose'>['dates'][number];

/** Books what is missing of the series: the next free places are proposed, Enter takes them. */
export function BookingDialog({ personId, onClose }: { personId: string; onClose(): void }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(today);
  const { data } = useStationQuery('appointments.propose', { personId, from }, []);
  const proposals = data?.ok ? data.value.dates : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('dates.booking.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div data-testid="booking">
        <TextInput
          type="date"
          label={t('dates.booking.from')}
          value={from}
          onChange={(event) => {
            if (event.currentTarget.value) setFrom(event.currentTarget.value);
          }}
          className="dates-from"
        />
        {proposals && <Form key={from} personId={personId} proposals={proposals} onClose={onClose} />}
      </div>
    </Modal>
  );
}

function Form({
  personId,
  proposals,
  onClose,
}: {
  personId: string;
  proposals: readonly Proposal[];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.book');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [choices, setChoices] = useState<readonly Choice[]>(() => proposals.map(choiceOf));
  const [failed, setFailed] = useState<Parameters<typeof sentenceOf>[0]>();
  if (proposals.every(({ place }) => place === undefined))
    return <p className="dates-warning">{t('dates.booking.noneAtAll')}</p>;
  const choose = (index: number, choice: Choice) => {
    setChoices(choices.map((each, at) => (at === index ? choice : each)));
    setRequestId(crypto.randomUUID()); // another choice is another intent
    setFailed(undefined);
  };
  const wanted = proposals.flatMap(({ plannedDose }, index) => {
    const place = choices[index]?.place;
    return place ? [{ plannedDose, lane: place.lane, startsAt: place.startsAt }] : [];
  });
  const book = async (dates: typeof wanted) => {
    const answer = await send({ requestId, personId, dates });
    if (answer.ok) return onClose();
    setFailed(answer);
    if ('refusal' in answer) setRequestId(crypto.randomUUID());
  };
  const [first] = wanted;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void book(wanted);
      }}
    >
      {proposals.map((proposal, index) => (
        <DateChoice
          key={proposal.plannedDose}
          proposal={proposal}
          choice={choices[index] ?? choiceOf(proposal)}
          onChoose={(choice) => choose(index, choice)}
        />
      ))}
      {failed && (
        <p className="dates-warning" role="alert" data-testid="booking-refused">
          {sentenceOf(failed)}
        </p>
      )}
      <div className="desk-actions">
        {wanted.length > 1 && first && (
          <Button variant="default" disabled={isBusy} onClick={() => void book([first])}>
            {t('dates.booking.only', { ordinal: first.plannedDose })}
          </Button>
        )}
        <Button
          type="submit"
          loading={isBusy}
          disabled={wanted.length === 0}
          data-autofocus
          ref={(button) => button?.focus()}
          data-testid="confirm-booking"
        >
          {t('dates.booking.confirm', { count: wanted.length })}
        </Button>
      </div>
    </form>
  );
}

function DateChoice({
  proposal,
  choice,
  onChoose,
}: {
  proposal: Proposal;
  choice: Choice;
  onChoose(choice: Choice): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { plannedDose, window, vacancy, isShort } = proposal;
  return (
    <fieldset className="dates-choice">
      <legend>{t('dates.booking.dose', { ordinal: plannedDose })}</legend>
      {window && (
        <p className="station-dim">
          {t('dates.booking.window', {
            from: formats.date(window.recommendedFrom),
            to: formats.date(window.recommendedTo),
          })}
        </p>
      )}
      {isShort && vacancy && (
        <p className="dates-warning" role="status">
          {t('dates.booking.short', { free: vacancy.free, capacity: vacancy.capacity })}
        </p>
      )}
      <PlacePicker choice={choice} onChoose={onChoose} />
    </fieldset>
  );
}

function choiceOf({ place, window }: Proposal): Choice {
  return { day: place?.day ?? window?.recommendedFrom ?? today(), ...(place ? { place } : {}) };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
