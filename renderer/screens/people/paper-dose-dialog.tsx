import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { longestLot } from '../../../domain/vaccination/lot.ts';
import { readPaperDay } from '../../../domain/vaccination/paper-day.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

type Dose = PersonRecord['doses'][number];

/** A dose as it stands in a booklet that is on the desk; with `dose`, what was read wrongly about it. */
export function PaperDoseDialog({
  personId,
  dose,
  onClose,
}: {
  personId: string;
  dose?: Dose;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const products = useProducts();
  const record = useStationCommand('people.record-paper-dose');
  const correct = useStationCommand('people.correct-paper-dose');
  const { paper } = dose?.elsewhere ?? {};
  const [productId, setProductId] = useState('');
  const [productName, setProductName] = useState(dose?.productName ?? '');
  const [typedDay, setTypedDay] = useState(dose?.elsewhere?.isDayKnown ? date(dose.givenOn) : '');
  const [page, setPage] = useState(paper?.page ?? '');
  const [lot, setLot] = useState(dose?.lot ?? '');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isAnother, setAnother] = useState(false);
  const day = readPaperDay(typedDay, today());
  // Of a month or a year the day that the record keeps is no day that anybody read: it is not filled in.
  const staysAsRead = dose?.elsewhere?.isDayKnown === false && typedDay.trim() === '';
  // What the record was asked about was another dose.
  const askAnew = () => {
    setAnother(false);
    setAsked(false);
  };
  const choose = (chosen: string) => {
    askAnew();
    setProductId(chosen);
    const product = products.find((each) => each.productId === chosen);
    if (product && productName === '') setProductName(product.name);
  };
  const isReady =
    (day !== undefined || staysAsRead) &&
    productName.trim() !== '' &&
    page.trim() !== '' &&
    (dose ? note.trim() !== '' : productId !== '');
  const send = async (requestId: string) => {
    if (!day && !staysAsRead) return undefined;
    const entry = { page, productName, ...(lot.trim() === '' ? {} : { lot }) };
    const told = { requestId, personId, entry, isAnother };
    const saved = dose
      ? correct.send({ ...told, ...(day ? { day } : {}), doseId: dose.doseId, note })
      : day && record.send({ ...told, ...day, productId });
    const answer = await saved;
    if (!answer) return undefined;
    if (!answer.ok && 'refusal' in answer && answer.refusal.reason === 'dose-perhaps-known') setAsked(true);
    return answer;
  };
  return (
    <CommandDialog
      title={t(dose ? 'paperDose.correctTitle' : 'paperDose.title')}
      submitLabel={t(dose ? 'paperDose.correct' : 'paperDose.save')}
      submitTestId="save-paper-dose"
      testId="paper-dose"
      isReady={isReady}
      send={send}
      onClose={onClose}
    >
      <p>{t(dose ? 'paperDose.correctText' : 'paperDose.text')}</p>
      {!dose && (
        <NativeSelect
          label={t('paperDose.product')}
          description={t('paperDose.productNote')}
          value={productId}
          required
          data-autofocus
          data={[
            { value: '', label: t('paperDose.choose') },
            ...products.map((each) => ({ value: each.productId, label: each.label })),
          ]}
          onChange={({ currentTarget: { value } }) => choose(value)}
        />
      )}
      <TextInput
        label={t('paperDose.productName')}
        value={productName}
        maxLength={100}
        required
        autoComplete="off"
        onChange={(event) => setProductName(event.currentTarget.value)}
      />
      <TextInput
        label={t('paperDose.day')}
        description={
          dose?.elsewhere?.isDayKnown === false
            ? `${t('paperDose.dayAsRead', { date: date(dose.givenOn) })} ${t('paperDose.dayNote')}`
            : t('paperDose.dayNote')
        }
        value={typedDay}
        maxLength={20}
        required={dose?.elsewhere?.isDayKnown !== false}
        autoComplete="off"
        error={typedDay.trim() !== '' && !day && t('paperDose.dayUnreadable')}
        onChange={(event) => {
          setTypedDay(event.currentTarget.value);
          askAnew();
        }}
      />
      <TextInput
        label={t('paperDose.page')}
        value={page}
        maxLength={100}
        required
        autoComplete="off"
        onChange={(event) => setPage(event.currentTarget.value)}
      />
      <TextInput
        label={t('paperDose.lot')}
        value={lot}
        maxLength={longestLot}
        autoComplete="off"
        onChange={(event) => setLot(event.currentTarget.value)}
      />
      {dose && (
        <Textarea
          label={t('correctDose.note')}
          value={note}
          maxLength={500}
          required
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {isAsked && (
        <Checkbox
          label={t('paperDose.another')}
          checked={isAnother}
          onChange={(event) => setAnother(event.currentTarget.checked)}
          data-testid="paper-dose-another"
        />
      )}
    </CommandDialog>
  );
}

/** All that doses are counted for, by what it protects from. */
function useProducts() {
  const { language } = useFormats();
  const { data } = useStationQuery('products.list', {}, ['products']);
  if (!data?.ok) return [];
  return data.value.products.map(({ productId, name, disease }) => ({
    productId,
    name,
    label: `${disease[language]}: ${name}`,
  }));
}
