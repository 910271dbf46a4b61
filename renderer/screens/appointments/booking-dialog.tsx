import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { VaccineSelect } from '../../components/vaccine-select.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { stationQueryKey, useStation, useStationCommand } from '../../station-context.tsx';
import { DateChoice, type Proposal } from './date-choice.tsx';
import type { Choice } from './place-picker.tsx';
import { walkIntoPlaces } from './places-grid.tsx';
import { useDatesOf } from './use-dates.ts';

/** What the person at the desk chose themselves, by the planned dose. */
type Chosen = Readonly<Record<number, Choice>>;

/** Books what is missing of the series: the next free places are proposed, Enter takes them. */
export function BookingDialog({ personId, onClose }: { personId: string; onClose(): void }) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const dates = useDatesOf(personId);
  const person = dates?.person;
  const [wanted, setWanted] = useState<string>();
  const open =
    dates?.vaccines?.find(({ openDoses }) => openDoses.length > 0) ??
    dates?.vaccines?.find(({ isBookable }) => isBookable) ??
    dates?.vaccines?.[0];
  const productId = wanted ?? open?.productId;
  const [from, setFrom] = useState<string>(today);
  const [chosen, setChosen] = useState<Chosen>({});
  const { data, isPlaceholderData } = useProposals(personId, productId, from, chosen);
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('dates.booking.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div data-testid="booking">
        {person && <PersonLine person={person} />}
        <div className="dates-wanted">
          <VaccineSelect
            vaccines={dates?.vaccines}
            value={productId}
            onChange={(next) => {
              setWanted(next);
              setChosen({});
            }}
          />
          <DateInput
            language={language}
            today={today()}
            label={t('dates.booking.from')}
            value={from}
            onChange={(day) => {
              if (day === '') return;
              setFrom(day);
              setChosen({});
            }}
          />
        </div>
        {data?.ok && (
          <Form
            key={productId}
            personId={personId}
            productId={productId}
            proposals={data.value.dates}
            chosen={chosen}
            isOutdated={isPlaceholderData}
            onChoose={setChosen}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Later doses are reckoned from the earlier ones as chosen; what was proposed stays until the new answer is there. */
function useProposals(personId: string, productId: string | undefined, from: string, chosen: Chosen) {
  const station = useStation();
  const taken = Object.entries(chosen).flatMap(([dose, { day, place }]) => {
    const known = parsePlainDate(day);
    return known ? [{ plannedDose: Number(dose), day: known, startsAt: place?.startsAt }] : [];
  });
  const input = { personId, ...(productId ? { productId } : {}), from, chosen: taken };
  return useQuery({
    queryKey: stationQueryKey('appointments.propose', input, []),
    queryFn: () => station.ask('appointments.propose', input),
    placeholderData: keepPreviousData,
  });
}

function Form({
  personId,
  productId,
  proposals,
  chosen,
  isOutdated,
  onChoose,
  onClose,
}: {
  personId: string;
  productId: string | undefined;
  proposals: readonly Proposal[];
  chosen: Chosen;
  isOutdated: boolean;
  onChoose(chosen: Chosen): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.book');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState<Parameters<typeof sentenceOf>[0]>();
  const confirm = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => confirm.current?.focus(), []);
  const choices = proposals.map((proposal) => chosen[proposal.plannedDose] ?? choiceOf(proposal, today()));
  if (choices.every(({ place }, index) => !place && !proposals[index]?.place))
    return <p className="dates-warning">{t('dates.booking.noneAtAll')}</p>;
  const choose = (index: number, choice: Choice) => {
    const isSameDay = choice.day === choices[index]?.day;
    const kept = proposals.filter((_, at) => at < index || (at > index && isSameDay));
    const stays = kept.flatMap(({ plannedDose }) => {
      const earlier = chosen[plannedDose];
      return earlier ? [[plannedDose, earlier] as const] : [];
    });
    const dose = proposals[index]?.plannedDose;
    onChoose(Object.fromEntries([...stays, ...(dose === undefined ? [] : [[dose, choice] as const])]));
    setRequestId(crypto.randomUUID()); // another choice is another intent
    setFailed(undefined);
  };
  const missing = doseWithoutTime(proposals, choices);
  const wanted = proposals.flatMap(({ plannedDose }, index) => {
    const place = choices[index]?.place;
    return place ? [{ plannedDose, lane: place.lane, startsAt: place.startsAt }] : [];
  });
  const book = async (dates: typeof wanted) => {
    const answer = await send({ requestId, personId, ...(productId ? { productId } : {}), dates });
    if (answer.ok) return onClose();
    setFailed(answer);
    if ('refusal' in answer) setRequestId(crypto.randomUUID());
  };
  const first = choices[0]?.place && wanted[0];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === undefined && !isOutdated && wanted.length > 0) void book(wanted);
      }}
    >
      {proposals.map((proposal, index) => (
        <DateChoice
          key={proposal.plannedDose}
          productId={productId}
          proposal={proposal}
          choice={choices[index] ?? choiceOf(proposal, today())}
          isFirst={index === 0}
          onChoose={(choice) => choose(index, choice)}
        />
      ))}
      {missing !== undefined && (
        <p className="dates-warning" role="status" data-testid="time-missing">
          {t('dates.booking.timeMissing', { ordinal: missing })}
        </p>
      )}
      {failed && (
        <p className="dates-warning" role="alert" data-testid="booking-refused">
          {sentenceOf(failed)}
        </p>
      )}
      <div className="desk-actions dates-send">
        {proposals.length > 1 && first && (
          <Button variant="default" disabled={isBusy || isOutdated} onClick={() => void book([first])}>
            {t('dates.booking.only', { ordinal: first.plannedDose })}
          </Button>
        )}
        <Button
          type="submit"
          loading={isBusy}
          disabled={wanted.length === 0 || missing !== undefined || isOutdated}
          data-autofocus
          ref={confirm}
          onKeyDown={walkIntoPlaces}
          data-testid="confirm-booking"
        >
          {t('dates.booking.confirm', { count: wanted.length })}
        </Button>
      </div>
    </form>
  );
}

/** The first dose that lost its time, or that a later one stands without. None was free for the others: they wait. */
function doseWithoutTime(proposals: readonly Proposal[], choices: readonly Choice[]): number | undefined {
  return proposals.find(
    ({ place }, index) =>
      !choices[index]?.place && (place || choices.slice(index + 1).some((later) => later.place)),
  )?.plannedDose;
}

function choiceOf({ place, window }: Proposal, today: string): Choice {
  return { day: place?.day ?? window?.recommendedFrom ?? today, ...(place ? { place } : {}) };
}
