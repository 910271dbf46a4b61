import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { mostAmountMl } from '../../../domain/vaccination/correct-dose.ts';
import { type Indication, indications } from '../../../domain/vaccination/indication.ts';
import { injectionRoutes, injectionSites } from '../../../domain/vaccination/injection.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

type Known = ChannelOutput<'desk.dose-entry'>;

/** Everything about a dose as it is typed: days and amount as text, empty where nobody said so. */
export interface DoseEntryForm extends Pick<Known['entry'], 'productId' | 'site' | 'route' | 'vaccinator'> {
  readonly lot: string;
  readonly expiresOn: string;
  readonly givenOn: string;
  readonly amount: string;
  readonly indication: Indication | '';
  /** What is typed as the expiry is no day: then it is not simply none. */
  readonly isExpiryUnreadable: boolean;
}

export function formOf(
  { expiresOn, amountMl, indication, ...entry }: Known['entry'],
  decimal: (value: number) => string,
): DoseEntryForm {
  return {
    ...entry,
    expiresOn: expiresOn ?? '',
    amount: decimal(amountMl),
    indication: indication ?? '',
    isExpiryUnreadable: false,
  };
}

/** Millilitres as they are typed; undefined for what is none that is given. */
export function amountOf({ amount }: DoseEntryForm): number | undefined {
  const amountMl = Number(amount.trim().replace(',', '.'));
  return amountMl > 0 && amountMl <= mostAmountMl ? amountMl : undefined;
}

/** All that can have been entered wrongly. With another vaccine come its route and amount. */
export function DoseEntryFields({
  form,
  known: { products, vaccinators },
  onChange,
}: {
  form: DoseEntryForm;
  known: Known;
  onChange(form: DoseEntryForm): void;
}) {
  const { t } = useTranslation();
  const { language, today, decimal } = useFormats();
  const set = (part: Partial<DoseEntryForm>) => onChange({ ...form, ...part });
  return (
    <div className="desk-form">
      <NativeSelect
        label={t('dose.product')}
        value={form.productId}
        data={products.map(({ productId, name }) => ({ value: productId as string, label: name }))}
        onChange={({ currentTarget }) => {
          const chosen = products.find(({ productId }) => productId === currentTarget.value);
          if (chosen)
            set({ productId: chosen.productId, route: chosen.route, amount: decimal(chosen.amountMl) });
        }}
        data-testid="corrected-product"
      />
      <TextInput
        label={t('dose.lot')}
        value={form.lot}
        maxLength={longestLot}
        autoComplete="off"
        error={!isLot(form.lot.trim()) && t('refusal.lot-invalid')}
        onChange={({ currentTarget }) => set({ lot: currentTarget.value })}
      />
      <DateInput
        language={language}
        today={today()}
        label={t('dose.expires')}
        isExpiry
        value={form.expiresOn}
        onChange={(expiresOn) => set({ expiresOn })}
        onFault={(isExpiryUnreadable) => set({ isExpiryUnreadable })}
      />
      <DateInput
        language={language}
        today={today()}
        label={t('correctDose.givenOn')}
        isPast
        required
        value={form.givenOn}
        onChange={(givenOn) => set({ givenOn })}
      />
      <NativeSelect
        label={t('correctDose.route')}
        value={form.route}
        data={injectionRoutes.map((value) => ({ value, label: t(`correctDose.routes.${value}`) }))}
        onChange={({ currentTarget }) =>
          set({ route: injectionRoutes.find((each) => each === currentTarget.value) ?? form.route })
        }
      />
      <TextInput
        label={t('correctDose.amount')}
        value={form.amount}
        error={amountOf(form) === undefined && t('refusal.amount-invalid')}
        maxLength={6}
        inputMode="decimal"
        autoComplete="off"
        onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
      />
      <NativeSelect
        label={t('correctDose.vaccinator')}
        value={form.vaccinator}
        data={vaccinators.map(({ vaccinator, name }) => ({ value: vaccinator, label: name ?? '–' }))}
        onChange={({ currentTarget }) => set({ vaccinator: currentTarget.value })}
      />
      <NativeSelect
        label={t('dose.indication')}
        value={form.indication}
        data={[
          { value: '', label: '–' },
          ...indications.map((value) => ({ value, label: t(`indication.${value}`) })),
        ]}
        onChange={({ currentTarget }) =>
          set({ indication: indications.find((each) => each === currentTarget.value) ?? '' })
        }
      />
      <Radio.Group
        className="desk-form-wide"
        label={t('dose.site')}
        value={form.site}
        onChange={(value) => set({ site: injectionSites.find((each) => each === value) ?? form.site })}
      >
        <div className="desk-sites">
          {injectionSites.map((each) => (
            <Radio key={each} value={each} label={t(`site.${each}`)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}
