import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Bilingual, Language } from '../../../domain/kernel/bilingual.ts';

/** One short text in German and English, side by side. */
export function BothLanguages({
  label,
  value,
  errorIn,
  onChange,
}: {
  label: string;
  value: Bilingual;
  errorIn?(language: Language): string | undefined;
  onChange(value: Bilingual): void;
}) {
  const { t } = useTranslation();
  return (
    <div className="templates-pair">
      {(['de', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          label={`${label} (${t(language === 'de' ? 'templates.german' : 'templates.english')})`}
          lang={language}
          value={value[language]}
          error={errorIn?.(language)}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
