import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { mayExtendExpiry, mayHandleVials, mayReleaseLots } from '../../../domain/stock/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import type { StockStep } from './stock-step.ts';

/** Closed vials by vaccine and lot, those that expire first at the top, and what can be done with a lot. */
export function LotTable({
  lots,
  onStep,
  onReceive,
}: {
  lots: readonly ShownLot[];
  onStep(step: StockStep): void;
  onReceive: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const mayBlock = useMay(mayHandleVials);
  return (
    <Card
      title={t('stock.lots.title')}
      actions={
        mayBlock && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onStep({ kind: 'block-other' })}
            data-testid="block-other"
          >
            {t('stock.step.block.other')}
          </Button>
        )
      }
    >
      {lots.length === 0 ? (
        <EmptyState
          action={
            onReceive && (
              <Button onClick={onReceive} data-testid="receive-first">
                {t('stock.lots.receive')}
              </Button>
            )
          }
          testId="no-stock"
        >
          {t('stock.lots.none')}
        </EmptyState>
      ) : (
        <Table aria-label={t('stock.lots.title')} data-testid="lots">
          <thead>
            <tr>
              <th scope="col">{t('stock.vaccine')}</th>
              <th scope="col">{t('stock.lot')}</th>
              <th scope="col">{t('stock.lots.closed')}</th>
              <th scope="col">{t('stock.expires')}</th>
              <th scope="col">{t('stock.lots.where')}</th>
              <th scope="col">{t('stock.steps')}</th>
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <tr key={`${lot.productId} ${lot.lot}`}>
                <td>{lot.product}</td>
                <td>
                  <strong>{lot.lot}</strong> <Marks lot={lot} />
                </td>
                <td className="table-figure">
                  {t('stock.lots.vials', { count: lot.closed, doses: lot.closed * lot.dosesPerVial })}
                </td>
                <td>
                  <Expiry lot={lot} />
                </td>
                <td>{lot.fridges.map(({ name, vials }) => `${name}: ${vials}`).join(', ')}</td>
                <td>
                  <LotSteps lot={lot} onStep={onStep} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function Marks({ lot }: { lot: ShownLot }) {
  const { t } = useTranslation();
  return (
    <>
      {lot.blocked !== undefined && (
        <span className="stock-mark" data-light="red" data-testid="lot-blocked">
          {t('stock.lots.blocked', { reason: lot.blocked })}
        </span>
      )}
      {lot.isExpired && (
        <span className="stock-mark" data-light="red">
          {t('stock.lots.expired')}
        </span>
      )}
      {lot.isThawOver && (
        <span className="stock-mark" data-light="red">
          {t('stock.lots.thawOver')}
        </span>
      )}
    </>
  );
}

function Expiry({ lot }: { lot: ShownLot }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      {lot.expiresOn && formats.date(lot.expiresOn)}
      {lot.extendedBy !== undefined && (
        <span className="station-dim"> {t('stock.lots.extended', { source: lot.extendedBy })}</span>
      )}
      {lot.thawedUntil && (
        <span className="station-dim">
          {' '}
          {t('stock.lots.thawed', { date: formats.date(lot.thawedUntil) })}
        </span>
      )}
    </>
  );
}

function LotSteps({ lot, onStep }: { lot: ShownLot; onStep(step: StockStep): void }) {
  const { t } = useTranslation();
  const mayHandle = useMay(mayHandleVials);
  const mayRelease = useMay(mayReleaseLots);
  const mayExtend = useMay(mayExtendExpiry);
  const isBlocked = lot.blocked !== undefined;
  const steps = [
    ...(mayHandle && !isBlocked && lot.closed > 0 ? (['open'] as const) : []),
    ...(mayHandle && lot.closed > 0 ? (['discard-closed'] as const) : []),
    ...(mayHandle && !isBlocked ? (['block'] as const) : []),
    ...(mayRelease && isBlocked ? (['release'] as const) : []),
    ...(mayExtend ? (['extend'] as const) : []),
  ];
  return (
    <span className="stock-actions">
      {steps.map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant="light"
          aria-label={t(`stock.step.${kind}.named`, { lot: lot.lot })}
          onClick={() => onStep({ kind, lot })}
          data-testid={`step-${kind}`}
        >
          {t(`stock.step.${kind}.button`)}
        </Button>
      ))}
    </span>
  );
}
