import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type AgreedBy, FourEyesStep } from '../../components/four-eyes-step.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { DoubleDates, useDoubleDates } from './double-dates.tsx';
import { HitList } from './hit-list.tsx';
import { SideBySide } from './side-by-side.tsx';

/** The link to take back, or whom to compare with; neither where the other record is still to be found. */
export interface LinkWish {
  readonly unlinkFrom?: string;
  readonly linkWith?: string;
}

interface LinkDialogProps {
  readonly record: PersonRecord;
  readonly wish: LinkWish;
  onClose(): void;
}

/** Two records side by side, before they are read as one or told apart again. */
export function LinkDialog({ record, wish: { unlinkFrom, linkWith }, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(unlinkFrom ?? linkWith);
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t(unlinkFrom ? 'people.unlinkTitle' : 'people.linkTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {chosen ? (
        <Compare record={record} otherId={chosen} isUnlink={unlinkFrom !== undefined} onClose={onClose} />
      ) : (
        <ChooseOther record={record} onChoose={setChosen} />
      )}
    </Dialog>
  );
}

const PAUSE_MS = 200;

/** Likely duplicates first; whoever else is meant is searched for. */
function ChooseOther({ record, onChoose }: { record: PersonRecord; onChoose(personId: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const isSearched = text.length > 1;
  const { details, personId } = record;
  const likely = useStationQuery('people.likely-duplicates', { details, exceptId: personId }, ['people']);
  const found = useStationQuery('people.search', { text }, ['people'], isSearched);
  const answer = isSearched ? found.data : likely.data;
  const linked = new Set<string>([personId, ...record.linked.map((other) => other.personId)]);
  const hits = answer?.ok ? answer.value.hits.filter((hit) => !linked.has(hit.personId)) : [];
  return (
    <>
      <p className="station-dim">{t('people.linkText')}</p>
      <TextInput
        label={t('people.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        maxLength={200}
        data-autofocus
        data-entry="none"
        data-testid="link-search"
      />
      {isSearched && answer?.ok && hits.length === 0 && <p className="station-dim">{t('people.nobody')}</p>}
      <HitList hits={hits} onOpen={onChoose} />
    </>
  );
}

function Compare({
  record,
  otherId,
  isUnlink,
  onClose,
}: {
  record: PersonRecord;
  otherId: string;
  isUnlink: boolean;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const other = useStationQuery('people.record', { personId: otherId, why: 'duplicates' }, ['people']);
  const link = useStationCommand('people.link');
  const unlink = useStationCommand('people.unlink');
  const tellApart = useStationCommand('people.tell-apart');
  const isToldApart = record.toldApart.some(({ personId }) => personId === otherId);
  const pair = { personId: record.personId, otherId };
  const double = useDoubleDates(pair, !isUnlink);
  const stepOf = (command: typeof unlink) => (agreed: AgreedBy) => command.send({ ...agreed, ...pair });
  const sendLink = (agreed: AgreedBy) =>
    link.send({ ...agreed, ...pair, ...(double.release ? { release: double.release } : {}) });
  if (!other.data) return <EmptyState>{t('people.searching')}</EmptyState>;
  if (!other.data.ok) return <p role="alert">{sentenceOf(other.data)}</p>;
  return (
    <>
      <p>{t(questionOf(isUnlink, isToldApart))}</p>
      <SideBySide one={record} other={other.data.value} />
      {double.isAsked && <DoubleDates {...double} />}
      <FourEyesStep
        isReady={double.isAnswered}
        channel={isUnlink ? 'people.unlink' : 'people.link'}
        label={t(isUnlink ? 'people.unlinkConfirm' : 'people.linkConfirm')}
        testId="confirm-link"
        isDangerous={false}
        {...(isUnlink || isToldApart
          ? {}
          : {
              otherwise: { label: t('people.tellApart'), testId: 'tell-apart', send: stepOf(tellApart) },
            })}
        send={isUnlink ? stepOf(unlink) : sendLink}
        onDone={onClose}
        onClose={onClose}
      />
    </>
  );
}

function questionOf(isUnlink: boolean, isToldApart: boolean) {
  if (isUnlink) return 'people.unlinkText';
  return isToldApart ? 'people.toldApartText' : 'people.compareText';
}
