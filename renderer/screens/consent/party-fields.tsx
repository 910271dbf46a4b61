import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsentOfPerson } from '../../../contracts/ipc/consent-contract.ts';
import { guardianRelations } from '../../../domain/consent/events.ts';
import { useMay } from '../../session/use-may.ts';
import type { ConsentEntry } from './use-consent-entry.ts';

/** Who consents: what usually holds at this age, in one sentence, and who it is. */
export function PartyFields({ age, entry }: { age: ConsentOfPerson['age']; entry: ConsentEntry }) {
  const { t } = useTranslation();
  const isDoctor = useMay(['screening-doctor']);
  const { who, name, relation, isPresent } = entry;
  const own = age === 'self' ? 'self' : 'self-judged';
  const mayOwn = age === 'self' || (age === 'judged' && isDoctor);
  return (
    <>
      <p className="station-dim">{t(`consent.ages.${age}`)}</p>
      {mayOwn && (
        <Radio.Group
          label={t('consent.whose')}
          value={who.value}
          onChange={(value) => who.set(value === own ? own : 'guardian')}
        >
          <div className="consent-choice">
            <Radio value={own} label={t(age === 'self' ? 'consent.self' : 'consent.judged')} />
            <Radio value="guardian" label={t('consent.guardian')} />
          </div>
        </Radio.Group>
      )}
      {who.value === 'guardian' && (
        <div className="consent-guardian">
          <TextInput
            label={t('consent.name')}
            value={name.value}
            maxLength={120}
            required
            autoComplete="off"
            ref={age === 'self' ? undefined : focusOnce}
            onChange={(event) => name.set(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('consent.relation')}
            value={relation.value}
            data={guardianRelations.map((value) => ({ value, label: t(`consent.relations.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              relation.set(guardianRelations.find((each) => each === value) ?? relation.value)
            }
          />
          <Radio.Group
            label={t('consent.whether')}
            value={isPresent.value === undefined ? null : String(isPresent.value)}
            onChange={(value) => isPresent.set(value === 'true')}
          >
            <div className="consent-choice">
              <Radio value="true" label={t('consent.isPresent')} data-testid="consent-present" />
              <Radio value="false" label={t('consent.isAbsent')} data-testid="consent-absent" />
            </div>
          </Radio.Group>
        </div>
      )}
    </>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
