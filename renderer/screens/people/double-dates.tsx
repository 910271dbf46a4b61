import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoubleDate } from '../../../contracts/ipc/people-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';

type Choice = 'this' | 'other' | 'all';

/**
 * Which dates hold where both records have some for the same vaccination. Nothing is chosen beforehand: whoever links
 * says it, or the places of the other stay taken unseen.
 */
export function useDoubleDates(
  pair: { readonly personId: string; readonly otherId: string },
  isLink: boolean,
) {
  const [chosen, setChosen] = useState<{ readonly choice: Choice; readonly among: string }>();
  const found = useStationQuery('people.double-dates', pair, ['people', 'appointments'], isLink);
  const { ofPerson, ofOther } = found.data?.ok ? found.data.value : { ofPerson: [], ofOther: [] };
  const isAsked = isLink && ofPerson.length + ofOther.length > 0;
  // Dates that came or went meanwhile were not chosen among: the question is asked anew.
  const among = [...ofPerson, ...ofOther].map(({ appointmentId }) => appointmentId).join();
  const choice = chosen?.among === among ? chosen.choice : undefined;
  const setChoice = (made: Choice) => setChosen({ choice: made, among });
  const isThisKept = choice === 'this';
  const ended = isThisKept ? ofOther : ofPerson;
  const isReleasing = isAsked && (choice === 'this' || choice === 'other') && ended.length > 0;
  const release = {
    of: isThisKept ? ('other' as const) : ('person' as const),
    appointmentIds: ended.map(({ appointmentId }) => appointmentId),
  };
  return {
    isAsked,
    // What was refused is no answer that there are none.
    isAnswered: !isLink || (found.data?.ok === true && (!isAsked || choice !== undefined)),
    release: isReleasing ? release : undefined,
    ofPerson,
    ofOther,
    choice,
    setChoice,
  };
}

export function DoubleDates({
  ofPerson,
  ofOther,
  choice,
  setChoice,
}: Pick<ReturnType<typeof useDoubleDates>, 'ofPerson' | 'ofOther' | 'choice' | 'setChoice'>) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const ends = (dates: readonly DoubleDate[]) =>
    t('people.double.ends', { dates: dates.map(({ startsAt }) => moment(startsAt)).join('; ') });
  return (
    <Radio.Group
      label={t('people.double.question')}
      value={choice ?? null}
      onChange={(value) => setChoice(value as Choice)}
      data-testid="double-dates"
    >
      <Stack gap="xs" my="xs">
        {ofOther.length > 0 && (
          <Radio
            value="this"
            label={t('people.double.keepThis')}
            description={ends(ofOther)}
            data-testid="keep-this"
          />
        )}
        {ofPerson.length > 0 && (
          <Radio
            value="other"
            label={t('people.double.keepOther')}
            description={ends(ofPerson)}
            data-testid="keep-other"
          />
        )}
        <Radio value="all" label={t('people.double.keepAll')} data-testid="keep-all" />
      </Stack>
    </Radio.Group>
  );
}
