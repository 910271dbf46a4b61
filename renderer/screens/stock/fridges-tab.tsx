import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFridge } from '../../../contracts/ipc/stock-shown.ts';
import { celsiusLimits, usualFridge } from '../../../domain/stock/fridge.ts';
import { mayHandleVials, mayKeepStock } from '../../../domain/stock/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import { FridgeCard } from './fridge-card.tsx';

/** The fridges with their temperatures, as they were read and noted. */
export function FridgesTab({ fridges }: { fridges: readonly ShownFridge[] }) {
  const { t } = useTranslation();
  const mayNote = useMay(mayHandleVials);
  const mayKeep = useMay(mayKeepStock);
  return (
    <div className="stock-tab">
      {fridges.length === 0 && <p className="station-dim">{t('stock.fridge.none')}</p>}
      {fridges.map((fridge) => (
        <FridgeCard key={fridge.fridgeId} fridge={fridge} mayNote={mayNote} mayRemove={mayKeep} />
      ))}
      {mayKeep && <AddFridge />}
    </div>
  );
}

function AddFridge() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { saved } = useUnsaved();
  const { send, isBusy } = useStationCommand('stock.add-fridge');
  const [name, setName] = useState('');
  const [from, setFrom] = useState<number | ''>(usualFridge.fromCelsius);
  const [to, setTo] = useState<number | ''>(usualFridge.toCelsius);
  const [refused, setRefused] = useState<string>();
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (from === '' || to === '') return;
    const request = { requestId: crypto.randomUUID(), name, fromCelsius: from, toCelsius: to };
    const answer = await send(request);
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    if (!answer.ok) return;
    saved(form);
    setName('');
  };
  return (
    <Card title={t('stock.fridge.add')}>
      <form className="stock-form" onSubmit={(event) => void add(event)}>
        <TextInput
          className="stock-form-wide"
          label={t('stock.fridge.name')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.currentTarget.value)}
          data-testid="fridge-name"
        />
        <Celsius label={t('stock.fridge.from')} value={from} onChange={setFrom} />
        <Celsius label={t('stock.fridge.to')} value={to} onChange={setTo} />
        <div className="stock-actions stock-form-wide">
          <Button type="submit" loading={isBusy} disabled={name.trim() === '' || from === '' || to === ''}>
            {t('stock.fridge.add')}
          </Button>
          {refused && <p role="alert">{refused}</p>}
        </div>
      </form>
    </Card>
  );
}

function Celsius({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | '';
  onChange(value: number | ''): void;
}) {
  const { language } = useFormats();
  return (
    <NumberInput
      label={label}
      value={value}
      language={language}
      min={celsiusLimits.from}
      max={celsiusLimits.to}
      decimals={1}
      onChange={onChange}
    />
  );
}
