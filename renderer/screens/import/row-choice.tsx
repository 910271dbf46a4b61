import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { formatDate } from '../../../domain/kernel/format-date.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

type ListedRow = ChannelOutput<'import.rows'>['rows'][number];
type Choice = ChannelInput<'import.choose'>['choice'];

interface RowChoiceProps {
  readonly importId: string;
  readonly verdict: 'changed' | 'duplicate';
  readonly row: ListedRow;
  onChosen(): void;
}

/** What shall become of one row: a correction is taken, is somebody new or left, a likely duplicate is somebody new, one of these, or left out. */
export function RowChoice({ importId, verdict, row, onChosen }: RowChoiceProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('import.choose');
  const [refused, setRefused] = useState<string>();
  const choose = async (choice: Choice, personId?: string) => {
    const answer = await send({ importId, row: row.row, choice, ...(personId ? { personId } : {}) });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    onChosen();
  };
  const label = t('import.choice.of', { name: row.name });
  const value = row.choice === 'same' ? (row.samePersonId ?? 'leave') : (row.choice ?? 'leave');
  return (
    <span className="import-choice" data-entry="none">
      {verdict === 'changed' ? (
        <>
          <Checkbox
            label={t('import.choice.take')}
            aria-label={`${t('import.choice.take')}: ${row.name}`}
            checked={row.choice === 'take'}
            disabled={isBusy}
            onChange={({ currentTarget: { checked } }) => void choose(checked ? 'take' : 'leave')}
          />
          <Checkbox
            label={t('import.choice.new')}
            aria-label={`${t('import.choice.new')}: ${row.name}`}
            checked={row.choice === 'new'}
            disabled={isBusy}
            onChange={({ currentTarget: { checked } }) => void choose(checked ? 'new' : 'leave')}
          />
        </>
      ) : (
        <NativeSelect
          aria-label={label}
          value={value}
          disabled={isBusy}
          onChange={({ currentTarget: { value: chosen } }) =>
            void (chosen === 'leave' || chosen === 'new' ? choose(chosen) : choose('same', chosen))
          }
        >
          <option value="leave">{t('import.choice.leave')}</option>
          <option value="new">{t('import.choice.new')}</option>
          {row.likely.map((person) => (
            <option key={person.personId} value={person.personId}>
              {t('import.choice.same', {
                name: `${person.familyName}, ${person.givenName}`,
                date: formatDate(person.birthDate as BirthDate, language),
              })}
            </option>
          ))}
        </NativeSelect>
      )}
      {refused && <span role="alert">{refused}</span>}
    </span>
  );
}
