import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownVial } from '../../../contracts/ipc/stock-shown.ts';
import { mayHandleVials } from '../../../domain/stock/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { timeLeft, useNow } from '../../components/time-left.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';

/** Vials that stand open, the one that was opened first at the top, with the time that is left. */
export function OpenVials({
  vials,
  onDiscard,
}: {
  vials: readonly ShownVial[];
  onDiscard(vial: ShownVial): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayDiscard = useMay(mayHandleVials);
  const now = useNow();
  if (vials.length === 0) return null;
  return (
    <Card title={t('stock.open.title')}>
      <Table aria-label={t('stock.open.title')} data-testid="open-vials">
        <thead>
          <tr>
            <th scope="col">{t('stock.vaccine')}</th>
            <th scope="col">{t('stock.vial')}</th>
            <th scope="col">{t('stock.open.left')}</th>
            <th scope="col">{t('stock.open.since')}</th>
            <th scope="col">{t('stock.open.until')}</th>
            {mayDiscard && <th scope="col">{t('stock.steps')}</th>}
          </tr>
        </thead>
        <tbody>
          {vials.map((vial) => {
            const left = vial.usableUntil && timeLeft(vial.usableUntil, now);
            const name = t('stock.vialNamed', { number: vial.number, lot: vial.lot });
            return (
              <tr key={vial.vialId}>
                <td>{vial.product}</td>
                <td>
                  {name}{' '}
                  {vial.objections.includes('lot-blocked') && (
                    <span className="stock-mark" data-light="red" data-testid="vial-blocked">
                      {t('stock.open.lotBlocked')}
                    </span>
                  )}
                </td>
                <td className="table-figure">
                  {t('stock.open.doses', { left: vial.left, doses: vial.doses })}
                </td>
                <td className="table-figure">{formats.clock(vial.openedAt)}</td>
                <td className="table-figure">
                  {!vial.usableUntil ? (
                    t('stock.open.atOnce')
                  ) : left ? (
                    t('stock.open.timeLeft', { time: left, clock: formats.clock(vial.usableUntil) })
                  ) : (
                    <span className="stock-mark" data-light="red">
                      {t('stock.open.over', { clock: formats.clock(vial.usableUntil) })}
                    </span>
                  )}
                </td>
                {mayDiscard && (
                  <td>
                    <Button
                      size="compact-sm"
                      variant="light"
                      aria-label={t('stock.discard.named', { name })}
                      onClick={() => onDiscard(vial)}
                      data-testid="discard-open"
                    >
                      {t('stock.discard.button')}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}
