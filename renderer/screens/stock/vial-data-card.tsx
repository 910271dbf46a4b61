import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { mayConfirmVialData, mayHaveVialDataConfirmed } from '../../../domain/stock/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { VialDataDialog } from './vial-data-dialog.tsx';

type Product = ChannelOutput<'stock.overview'>['products'][number];

/** What a vial of each product holds and how long it can be used, by which source, and whether a doctor answers for it. */
export function VialDataCard({ products }: { products: readonly Product[] }) {
  const { t } = useTranslation();
  const { moment, decimal } = useFormats();
  const mayConfirm = useMay([...mayConfirmVialData, ...mayHaveVialDataConfirmed]);
  const [chosen, setChosen] = useState<Product>();
  return (
    <Card title={t('stock.vialData.title')} testId="vial-data">
      <p className="station-dim">{t('stock.vialData.text')}</p>
      <Table aria-label={t('stock.vialData.title')}>
        <thead>
          <tr>
            {(['vaccine', 'doses', 'hours', 'days', 'source', 'state'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`stock.vialData.${name}`)}
              </th>
            ))}
            {mayConfirm && <th scope="col">{t('stock.steps')}</th>}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.productId} data-product={product.productId}>
              <td>{product.name}</td>
              <td className="table-figure">{product.dosesPerVial}</td>
              <td className="table-figure">
                {product.usableHours === undefined
                  ? t('stock.vialData.atOnce')
                  : decimal(product.usableHours)}
              </td>
              <td className="table-figure">{product.thawDays ?? '–'}</td>
              <td>{product.source}</td>
              <td>
                {product.confirmedAt
                  ? t('stock.vialData.confirmed', { at: moment(product.confirmedAt) })
                  : t('stock.vialData.unconfirmed')}
              </td>
              {mayConfirm && (
                <td>
                  <Button
                    size="compact-sm"
                    variant="light"
                    aria-label={t('stock.vialData.confirmNamed', { name: product.name })}
                    onClick={() => setChosen(product)}
                    data-testid="confirm-vial-data"
                  >
                    {t('stock.vialData.open')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {chosen && <VialDataDialog product={chosen} onClose={() => setChosen(undefined)} />}
    </Card>
  );
}
