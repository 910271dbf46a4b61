import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PassLocation } from '../../../domain/passes/pass-template.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { BothLanguages } from './both-languages.tsx';
import type { EditorProps } from './editor-props.ts';

/** Where the phone offers the pass by itself. */
export function Locations({ template, faultsAt, change }: EditorProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { locations } = template;
  const put = (index: number, location: PassLocation) =>
    change({ locations: locations.map((each, at) => (at === index ? location : each)) });
  return (
    <fieldset className="templates-place">
      <legend>{t('templates.locations')}</legend>
      {locations.map((location, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name than their number
        <div key={index} className="templates-location">
          <div className="templates-pair">
            <NumberInput
              label={t('templates.latitude')}
              value={location.latitude}
              language={language}
              min={-90}
              max={90}
              decimals={6}
              error={faultsAt(`locations.${index}`)}
              onChange={(latitude) => latitude !== '' && put(index, { ...location, latitude })}
            />
            <NumberInput
              label={t('templates.longitude')}
              value={location.longitude}
              language={language}
              min={-180}
              max={180}
              decimals={6}
              onChange={(longitude) => longitude !== '' && put(index, { ...location, longitude })}
            />
          </div>
          <BothLanguages
            label={t('templates.locationText')}
            value={location.text}
            onChange={(text) => put(index, { ...location, text })}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => change({ locations: locations.filter((_each, at) => at !== index) })}
          >
            {t('templates.removeLocation', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="light"
        onClick={() =>
          change({
            locations: [...locations, { latitude: 52.52, longitude: 13.405, text: { de: '', en: '' } }],
          })
        }
      >
        {t('templates.addLocation')}
      </Button>
    </fieldset>
  );
}
