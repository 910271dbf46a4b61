import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isColour } from '../../../domain/passes/contrast.ts';

/** A colour by its name `#RRGGBB`, or chosen with the picker of the system. */
export function ColourInput({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      maxLength={7}
      spellCheck={false}
      leftSectionPointerEvents="auto"
      leftSection={
        <input
          type="color"
          className="templates-colour"
          aria-label={t('templates.pickColour', { name: label })}
          value={isColour(value) ? value.toLowerCase() : '#000000'}
          onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
        />
      }
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
