import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { HitList } from './hit-list.tsx';
import { useDetailRows } from './use-detail-rows.ts';

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
  const [requestId] = useState(() => crypto.randomUUID());
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const asked = isUnlink ? unlink : link;
  const isBusy = link.isBusy || unlink.isBusy || tellApart.isBusy;
  const isToldApart = record.toldApart.some(({ personId }) => personId === otherId);
  const confirm = async (step: typeof link) => {
    const answer = await step.send({
      requestId,
      personId: record.personId,
      otherId,
      secondSignIn: second,
    });
    if (answer.ok) return onClose();
    setSecond({ ...second, pin: '' });
    say(answer);
  };
  if (!other.data) return <EmptyState>{t('people.searching')}</EmptyState>;
  if (!other.data.ok) return <p role="alert">{sentenceOf(other.data)}</p>;
  return (
    <>
      <p>{t(questionOf(isUnlink, isToldApart))}</p>
      <SideBySide one={record} other={other.data.value} />
      <SecondSignIn
        channel={isUnlink ? 'people.unlink' : 'people.link'}
        entry={second}
        onChange={setSecond}
        onEnter={isComplete(second) && !isBusy ? () => void confirm(asked) : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t(isUnlink ? 'people.unlinkConfirm' : 'people.linkConfirm')}
        isBusy={isBusy}
        isReady={isComplete(second)}
        isDangerous={false}
        testId="confirm-link"
        {...(isUnlink || isToldApart
          ? {}
          : {
              otherwise: {
                label: t('people.tellApart'),
                testId: 'tell-apart',
                onConfirm: () => void confirm(tellApart),
              },
            })}
        onConfirm={() => void confirm(asked)}
        onClose={onClose}
      />
    </>
  );
}

function questionOf(isUnlink: boolean, isToldApart: boolean) {
  if (isUnlink) return 'people.unlinkText';
  return isToldApart ? 'people.toldApartText' : 'people.compareText';
}

function SideBySide({ one, other }: { one: PersonRecord; other: PersonRecord }) {
  const { t } = useTranslation();
  const rows = useDetailRows();
  const [left, right] = [rows(one.details), rows(other.details)];
  const names = [...new Map([...left, ...right].map(({ name, label }) => [name, label]))];
  const valueIn = (side: typeof left, name: string) => side.find((row) => row.name === name)?.value ?? '–';
  return (
    <table className="people-compare" data-testid="side-by-side">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('people.thisRecord')}</th>
          <th scope="col">{t('people.otherRecord')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map(([name, label]) => (
          <tr key={name} data-differs={valueIn(left, name) !== valueIn(right, name)}>
            <th scope="row">{label}</th>
            <td>
              <bdi>{valueIn(left, name)}</bdi>
            </td>
            <td>
              <bdi>{valueIn(right, name)}</bdi>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('person.given')}</th>
          {[one, other].map((record) => (
            <td key={record.personId}>{record.doses.filter((dose) => !dose.isVoided).length}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
