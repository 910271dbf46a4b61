import './field-places.css';
import { Button, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type FieldKey,
  type FieldPlace,
  fieldKeys,
  placeLimits,
} from '../../../domain/passes/pass-template.ts';
import { fieldNames, placeNames } from '../../../domain/passes/template-texts.ts';
import { BothLanguages } from './both-languages.tsx';
import type { EditorProps } from './editor-props.ts';

const placesInOrder = Object.keys(placeLimits) as FieldPlace[];

/** Which field stands where: a list for each place, moved and removed by buttons. */
export function FieldPlaces({ template, faultsAt, change }: EditorProps) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const fault = faultsAt('places');
  const setPlace = (place: FieldPlace, keys: readonly FieldKey[]) =>
    change({ places: { ...template.places, [place]: keys } });
  return (
    <>
      {fault && (
        <p role="alert" className="templates-fault">
          {fault}
        </p>
      )}
      {placesInOrder.map((place) => (
        <fieldset key={place} className="templates-place">
          <legend>{placeNames[place][language]}</legend>
          <ol>
            {template.places[place].map((key, index, keys) => (
              <PlacedField
                // A field may stand twice while somebody moves it: its place in the list tells them apart.
                key={`${key}-${keys.indexOf(key) === index ? 0 : index}`}
                field={key}
                isFirst={index === 0}
                isLast={index === keys.length - 1}
                onMove={(by) => setPlace(place, moved(keys, index, by))}
                onRemove={() => setPlace(place, [...keys.slice(0, index), ...keys.slice(index + 1)])}
                template={template}
                faultsAt={faultsAt}
                change={change}
              />
            ))}
          </ol>
          <AddField
            place={place}
            template={template}
            onAdd={(key) => setPlace(place, [...template.places[place], key])}
          />
        </fieldset>
      ))}
    </>
  );
}

function PlacedField({
  field,
  isFirst,
  isLast,
  onMove,
  onRemove,
  template,
  faultsAt,
  change,
}: EditorProps & {
  field: FieldKey;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}) {
  const { t, i18n } = useTranslation();
  const name = fieldNames[field][i18n.language === 'en' ? 'en' : 'de'];
  const labels = template.labels ?? {};
  const own = labels[field];
  return (
    <li className="templates-field">
      <div className="templates-field-row">
        <span>{name}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={isFirst}
          onClick={() => onMove(-1)}
          aria-label={t('templates.up', { field: name })}
        >
          <IconArrowUp size={16} />
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={isLast}
          onClick={() => onMove(1)}
          aria-label={t('templates.down', { field: name })}
        >
          <IconArrowDown size={16} />
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={onRemove}
          aria-label={t('templates.removeField', { field: name })}
        >
          <IconX size={16} />
        </Button>
      </div>
      <details open={own !== undefined}>
        <summary>{t('templates.ownLabel', { field: name })}</summary>
        <BothLanguages
          label={t('templates.ownLabel', { field: name })}
          value={own ?? { de: '', en: '' }}
          errorIn={(language) => faultsAt(`labels.${field}`, language)}
          onChange={(text) => {
            const { [field]: _old, ...others } = labels;
            change({ labels: text.de + text.en === '' ? others : { ...others, [field]: text } });
          }}
        />
      </details>
    </li>
  );
}

function AddField({
  place,
  template,
  onAdd,
}: {
  place: FieldPlace;
  template: EditorProps['template'];
  onAdd(key: FieldKey): void;
}) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const placed = Object.values(template.places).flat();
  const free = fieldKeys.filter((key) => !placed.includes(key));
  if (free.length === 0 || template.places[place].length >= placeLimits[place]) return undefined;
  return (
    <NativeSelect
      aria-label={t('templates.addFieldTo', { place: placeNames[place][language] })}
      value=""
      onChange={(event) => event.currentTarget.value && onAdd(event.currentTarget.value as FieldKey)}
      data={[
        { value: '', label: t('templates.addField') },
        ...free.map((key) => ({ value: key, label: fieldNames[key][language] })),
      ]}
    />
  );
}

function moved(keys: readonly FieldKey[], index: number, by: -1 | 1): FieldKey[] {
  const next = [...keys];
  const [key] = next.splice(index, 1);
  if (key) next.splice(index + by, 0, key);
  return next;
}
