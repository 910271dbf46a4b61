import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { mostVials } from '../../../domain/stock/keep-stock.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import { type Delivery, emptyDelivery, receiptOf, withScan } from './delivery.ts';
import type { ScannedVial } from './scanned-vial.ts';

/** Takes vials in: one code fills vaccine, lot and expiry, what it does not say is typed. */
export function ReceiveTab({
  stock: { products, fridges },
  scanned,
  onTaken,
}: {
  stock: Pick<ChannelOutput<'stock.overview'>, 'products' | 'fridges'>;
  scanned: ScannedVial | undefined;
  onTaken(): void;
}) {
  const { t } = useTranslation();
  const { date, language, moment, today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { saved } = useUnsaved();
  const { send, isBusy } = useStationCommand('stock.receive');
  const [delivery, setDelivery] = useState<Delivery>(emptyDelivery);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<{ isRefused: boolean; sentence: string }>();
  useEffect(() => {
    if (!scanned) return;
    setDelivery((before) => withScan(before, scanned));
    setSaid(undefined);
    onTaken();
  }, [scanned, onTaken]);
  const set = (more: Partial<Delivery>) => {
    setDelivery((before) => ({ ...before, ...more }));
    setSaid(undefined);
  };
  const receipt = receiptOf(delivery);
  const expiresOn = parsePlainDate(delivery.expiresOn);
  const product = products.find(({ productId }) => productId === delivery.productId);
  const receive = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!receipt) return;
    const answer = await send({ requestId, ...receipt });
    if (!answer.ok) return setSaid({ isRefused: true, sentence: sentenceOf(answer) });
    const { vials, lot } = receipt;
    setSaid({ isRefused: false, sentence: t('stock.receive.done', { count: vials, lot }) });
    saved(form);
    setRequestId(crypto.randomUUID());
    setDelivery({ ...emptyDelivery, source: delivery.source, fridgeId: delivery.fridgeId });
  };
  return (
    <Card title={t('stock.tabs.receive')}>
      <p className="station-dim">{t('stock.receive.lead')}</p>
      {delivery.how === 'scanned' && delivery.productId === '' && (
        <Said tone="warning">{t('stock.receive.codeUnknown')}</Said>
      )}
      <form className="stock-form" onSubmit={(event) => void receive(event)} data-testid="receive-form">
        <NativeSelect
          label={t('stock.vaccine')}
          value={delivery.productId}
          onChange={(event) => set({ productId: event.currentTarget.value })}
          data={[
            { value: '', label: t('stock.receive.choose') },
            ...products.map(({ productId, name }) => ({ value: productId, label: name })),
          ]}
          data-autofocus
          data-testid="receive-product"
        />
        <NumberInput
          label={t('stock.receive.vials')}
          description={product && t('stock.receive.perVial', { count: product.dosesPerVial })}
          value={delivery.vials}
          language={language}
          min={1}
          max={mostVials}
          onChange={(vials) => set({ vials })}
          data-testid="receive-vials"
        />
        <TextInput
          label={t('stock.lot')}
          value={delivery.lot}
          maxLength={longestLot}
          autoComplete="off"
          error={delivery.lot.trim() !== '' && !isLot(delivery.lot.trim()) && t('refusal.lot-invalid')}
          onChange={(event) => set({ lot: event.currentTarget.value, how: 'typed' })}
          data-testid="receive-lot"
        />
        <DateInput
          language={language}
          today={today()}
          label={t('stock.expires')}
          isExpiry
          description={
            delivery.how === 'scanned' && parsePlainDate(delivery.expiresOn)
              ? t('stock.receive.lastDay')
              : undefined
          }
          value={delivery.expiresOn}
          onChange={(value) => set({ expiresOn: value })}
          data-testid="receive-expires"
        />
        <NativeSelect
          label={t('stock.receive.fridge')}
          value={delivery.fridgeId}
          onChange={(event) => set({ fridgeId: event.currentTarget.value })}
          data={[
            { value: '', label: t('stock.receive.noFridge') },
            ...fridges.map(({ fridgeId, name }) => ({ value: fridgeId, label: name })),
          ]}
        />
        {product?.thawDays !== undefined && (
          <DateInput
            language={language}
            today={today()}
            label={t('stock.receive.thawedOn')}
            description={t('stock.receive.thawDays', { count: product.thawDays })}
            value={delivery.thawedOn}
            onChange={(value) => set({ thawedOn: value })}
          />
        )}
        <TextInput
          className="stock-form-wide"
          label={t('stock.receive.source')}
          description={t('stock.receive.sourceText')}
          value={delivery.source}
          maxLength={200}
          onChange={(event) => set({ source: event.currentTarget.value })}
          data-testid="receive-source"
        />
        {product && (
          <p className="station-dim stock-form-wide">
            {product.confirmedAt
              ? t('stock.receive.dataConfirmed', { at: moment(product.confirmedAt), source: product.source })
              : t('stock.receive.data', { source: product.source })}
          </p>
        )}
        <div className="stock-actions stock-form-wide">
          <Button type="submit" loading={isBusy} disabled={!receipt} data-testid="receive">
            {t('stock.receive.button')}
          </Button>
          {said && <Said tone={said.isRefused ? 'fault' : 'done'}>{said.sentence}</Said>}
        </div>
      </form>
      {receipt && expiresOn && (
        <p className="station-dim">{t('stock.receive.check', { lot: receipt.lot, date: date(expiresOn) })}</p>
      )}
    </Card>
  );
}
