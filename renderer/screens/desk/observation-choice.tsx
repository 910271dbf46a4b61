import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type ObservationMinutes,
  observationLengths,
} from '../../../domain/vaccination/observation-events.ts';

/** How long somebody is observed after the dose: as usual, or knowingly longer. */
export function ObservationChoice({
  usual,
  minutes,
  onChange,
}: {
  usual: ObservationMinutes;
  minutes: ObservationMinutes;
  onChange(minutes: ObservationMinutes): void;
}) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('dose.observation')}
      value={String(minutes)}
      onChange={(value) => onChange(observationLengths.find((each) => String(each) === value) ?? usual)}
    >
      <div className="desk-sites">
        {observationLengths
          .filter((each) => each >= usual)
          .map((each) => (
            <Radio key={each} value={String(each)} label={t('dose.observationMinutes', { count: each })} />
          ))}
      </div>
    </Radio.Group>
  );
}
