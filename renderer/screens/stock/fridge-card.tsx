import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFridge } from '../../../contracts/ipc/stock-shown.ts';
import { celsiusLimits, isWithin } from '../../../domain/stock/fridge.ts';
import { Card } from '../../../ui/card.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { useUnsaved } from '../../unsaved.tsx';

/** One fridge: its range, what was read last, and the next reading. */
export function FridgeCard({
  fridge,
  mayNote,
  mayRemove,
}: {
  fridge: ShownFridge;
  mayNote: boolean;
  mayRemove: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const remove = useStationCommand('stock.remove-fridge');
  const [refused, setRefused] = useState<string>();
  const { fridgeId, name, fromCelsius, toCelsius, temperatures } = fridge;
  const takeAway = async () => {
    const answer = await remove.send({ requestId: crypto.randomUUID(), fridgeId });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <Card
      title={name}
      actions={
        <span className="station-dim">{t('stock.fridge.range', { from: fromCelsius, to: toCelsius })}</span>
      }
      testId="fridge"
    >
      {mayNote && <NoteTemperature fridge={fridge} />}
      <ul>
        {temperatures.map(({ at, by, celsius, note, isWithin: isFine }) => (
          <li key={at}>
            {formats.moment(at)}: <strong>{t('stock.fridge.celsius', { celsius })}</strong>{' '}
            {!isFine && (
              <span className="stock-mark" data-light="red">
                {t('stock.fridge.outside')}
              </span>
            )}
            {note} {by && <span className="station-dim">({by})</span>}
          </li>
        ))}
      </ul>
      {temperatures.length === 0 && <p className="station-dim">{t('stock.fridge.noReading')}</p>}
      {mayRemove && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={remove.isBusy}
          aria-label={t('stock.fridge.removeNamed', { name })}
          onClick={() => void takeAway()}
        >
          {t('stock.fridge.remove')}
        </Button>
      )}
      {refused && <p role="alert">{refused}</p>}
    </Card>
  );
}

function NoteTemperature({ fridge }: { fridge: ShownFridge }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { saved } = useUnsaved();
  const { language } = useFormats();
  const { send, isBusy } = useStationCommand('stock.note-temperature');
  const [celsius, setCelsius] = useState<number | ''>('');
  const [note, setNote] = useState('');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string>();
  const { fridgeId, name } = fridge;
  const isOutside = celsius !== '' && !isWithin(fridge, celsius);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (celsius === '') return;
    const answer = await send({ requestId, fridgeId, celsius, note });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    if (!answer.ok) return;
    saved(form);
    setRequestId(crypto.randomUUID());
    setCelsius('');
    setNote('');
  };
  return (
    <form className="stock-form" onSubmit={(event) => void save(event)}>
      <NumberInput
        label={t('stock.fridge.reading', { name })}
        value={celsius}
        language={language}
        min={celsiusLimits.from}
        max={celsiusLimits.to}
        decimals={1}
        onChange={setCelsius}
        data-testid="temperature"
      />
      <TextInput
        label={t(isOutside ? 'stock.fridge.whatWasDone' : 'stock.fridge.note')}
        description={t('stock.noNames')}
        value={note}
        maxLength={200}
        required={isOutside}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="stock-actions stock-form-wide">
        <Button type="submit" variant="light" loading={isBusy} disabled={celsius === ''}>
          {t('stock.fridge.save')}
        </Button>
        {refused && <p role="alert">{refused}</p>}
      </div>
    </form>
  );
}
