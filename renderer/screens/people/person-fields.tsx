import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { birthDatesIn } from '../../../domain/people/read-birth-date.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { contactNames, type FormFault, fieldOfFault, type PersonForm } from './person-form.ts';

interface FieldsProps {
  readonly form: PersonForm;
  readonly fault: FormFault | undefined;
  onChange(form: PersonForm): void;
}

type TextName = Exclude<keyof PersonForm, 'sex' | 'language' | 'birthDate'>;

/** Master data and contact, the same when somebody is registered and when their record is corrected. */
export function PersonFields({ form, fault, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const faultIn = (name: keyof PersonForm) =>
    fault && fieldOfFault[fault] === name ? t(`refusal.${fault}`) : undefined;
  const text = (name: TextName, isFirst = false) => (
    <TextInput
      key={name}
      label={t(`people.fields.${name}`)}
      value={form[name]}
      onChange={(event) => onChange({ ...form, [name]: event.currentTarget.value })}
      error={faultIn(name)}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      maxLength={300}
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  );
  const [first, another] = birthDatesIn(form.birthDate, today());
  const readAs = another ? undefined : first;
  const isFuture = readAs !== undefined && (readAs as string) > today();
  return (
    <div className="people-fields">
      {text('familyName', true)}
      {text('givenName')}
      <TextInput
        label={t('people.fields.birthDate')}
        description={
          readAs
            ? t(isFuture ? 'people.inFuture' : 'people.readAs', { date: date(readAs) })
            : t(another ? 'refusal.birth-date-century' : 'people.birthDateHint')
        }
        value={form.birthDate}
        onChange={(event) => onChange({ ...form, birthDate: event.currentTarget.value })}
        error={faultIn('birthDate')}
        autoComplete="off"
        maxLength={40}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <NativeSelect
        label={t('people.fields.sex')}
        value={form.sex}
        onChange={(event) => onChange({ ...form, sex: event.currentTarget.value as PersonForm['sex'] })}
        data={(['', 'female', 'male', 'diverse'] as const).map((value) => ({
          value,
          label: t(`people.sex.${value === '' ? 'unknown' : value}`),
        }))}
      />
      {contactNames.map((name) => text(name))}
      <NativeSelect
        label={t('people.fields.language')}
        value={form.language}
        onChange={(event) => onChange({ ...form, language: event.currentTarget.value as Language })}
        data={(['de', 'en'] as const).map((value) => ({ value, label: t(`people.languages.${value}`) }))}
      />
    </div>
  );
}
