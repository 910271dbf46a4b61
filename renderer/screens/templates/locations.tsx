import { Button, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PassLocation } from '../../../domain/passes/pass-template.ts';
import { BothLanguages } from './both-languages.tsx';
import type { EditorProps } from './editor-props.ts';

/** Where the phone offers the pass by itself. */
export function Locations({ template, faultsAt, change }: EditorProps) {
  const { t } = useTranslation();
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
              decimalScale={6}
              hideControls
              error={faultsAt(`locations.${index}`)}
              onChange={(value) => put(index, { ...location, latitude: Number(value) || 0 })}
            />
            <NumberInput
              label={t('templates.longitude')}
              value={location.longitude}
              decimalScale={6}
              hideControls
              onChange={(value) => put(index, { ...location, longitude: Number(value) || 0 })}
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
