import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type Family = ChannelOutput<'handover.ways'>['family'];

/** Whose passes go along in the same step: people at the same phone number or mail address. */
export function FamilyChoice({
  family,
  chosen,
  onChange,
}: {
  family: Family;
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}) {
  const { t } = useTranslation();
  const { date } = useFormats();
  if (family.length === 0) return null;
  return (
    <Checkbox.Group
      className="hand-over-family"
      data-entry="none"
      label={t('handover.family')}
      description={t('handover.familyText')}
      value={[...chosen]}
      onChange={onChange}
      data-testid="hand-over-family"
    >
      {family.map(({ personId, name, birthDate }, index) => (
        <Checkbox
          key={personId}
          value={personId}
          data-autofocus={index === 0 || undefined}
          label={t('handover.familyMember', { name, birthDate: date(birthDate as BirthDate) })}
        />
      ))}
    </Checkbox.Group>
  );
}
