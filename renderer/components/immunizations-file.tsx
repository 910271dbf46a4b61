import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import {
  type ImmunizationProfile,
  immunizationProfiles,
} from '../../domain/reports/immunization-profiles.ts';
import { mayReceive } from '../../domain/vaccination/who-may.ts';
import { firstPress } from '../../ui/first-press.ts';
import { Said } from '../../ui/said.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useMay } from '../session/use-may.ts';
import { useStationCommand } from '../station-context.tsx';
import { useRefusalSentence } from './use-refusal-sentence.ts';

/** The vaccinations of somebody for other systems, in each of the profiles. */
export function ImmunizationsFile({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const mayTake = useMay(mayReceive);
  const { send, isBusy } = useStationCommand('records.immunizations');
  const [answer, setAnswer] = useState<Answer<ChannelOutput<'records.immunizations'>>>();
  if (!mayTake) return null;
  const take = async (profile: ImmunizationProfile) => {
    const told = await send({ personId, profile });
    setAnswer(told);
    if (told.ok) saveFile(told.value);
  };
  return (
    <fieldset data-testid="immunizations-file">
      <legend>{t('records.immunizations')}</legend>
      <p className="station-dim">{t('records.profilesText')}</p>
      <div className="people-actions">
        {immunizationProfiles.map((profile) => (
          <Button
            key={profile}
            variant="default"
            loading={isBusy}
            leftSection={<IconFileExport size={18} aria-hidden />}
            onClick={firstPress(() => void take(profile))}
            data-testid={`immunizations-${profile}`}
          >
            {t(`records.profiles.${profile}`)}
          </Button>
        ))}
      </div>
      {answer && !answer.ok && <Said tone="fault">{sentenceOf(answer)}</Said>}
      {answer?.ok && answer.value.leftOut > 0 && (
        <Said tone="warning" testId="immunizations-left-out">
          {t('records.leftOut', { count: answer.value.leftOut })}
        </Said>
      )}
    </fieldset>
  );
}
