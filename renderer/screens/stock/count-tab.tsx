import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { mostVials } from '../../../domain/stock/keep-stock.ts';
import { Card } from '../../../ui/card.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { useUnsaved } from '../../unsaved.tsx';

/** The count of a day: what really lies there, lot by lot. What the books say is told only afterwards. */
export function CountTab({ lots }: { lots: readonly ShownLot[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('stock.tabs.count')}>
      <p className="station-dim">{t('stock.count.lead')}</p>
      {lots.length === 0 && <p>{t('stock.lots.none')}</p>}
      {lots.length > 0 && (
        <Table aria-label={t('stock.tabs.count')} data-testid="count">
          <thead>
            <tr>
              <th scope="col">{t('stock.vaccine')}</th>
              <th scope="col">{t('stock.lot')}</th>
              <th scope="col">{t('stock.count.counted')}</th>
              <th scope="col">{t('stock.count.result')}</th>
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <CountRow key={`${lot.productId} ${lot.lot}`} lot={lot} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function CountRow({ lot }: { lot: ShownLot }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { saved } = useUnsaved();
  const { language } = useFormats();
  const { send, isBusy } = useStationCommand('stock.count');
  const [vials, setVials] = useState<number | ''>('');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<{ isRefused: boolean; sentence: string }>();
  const name = `${lot.product} ${lot.lot}`;
  const count = async (form: HTMLFormElement) => {
    if (vials === '') return;
    const expected = lot.closed;
    const answer = await send({ requestId, productId: lot.productId, lot: lot.lot, vials });
    if (!answer.ok) return setSaid({ isRefused: true, sentence: sentenceOf(answer) });
    saved(form);
    setRequestId(crypto.randomUUID());
    setSaid({
      isRefused: vials !== expected,
      sentence:
        vials === expected ? t('stock.count.same') : t('stock.count.differs', { expected, count: vials }),
    });
  };
  return (
    <tr>
      <td>{lot.product}</td>
      <td>
        <strong>{lot.lot}</strong>
      </td>
      <td>
        <form
          className="stock-actions"
          onSubmit={(event) => {
            event.preventDefault();
            void count(event.currentTarget);
          }}
        >
          <NumberInput
            aria-label={t('stock.count.of', { name })}
            value={vials}
            language={language}
            min={0}
            max={mostVials}
            w={110}
            onChange={(value) => {
              setVials(value);
              setSaid(undefined);
            }}
            data-testid="counted"
          />
          <Button
            type="submit"
            variant="light"
            loading={isBusy}
            disabled={vials === ''}
            aria-label={t('stock.count.saveNamed', { name })}
          >
            {t('stock.count.save')}
          </Button>
        </form>
      </td>
      <td>{said && <Said tone={said.isRefused ? 'warning' : 'done'}>{said.sentence}</Said>}</td>
    </tr>
  );
}
