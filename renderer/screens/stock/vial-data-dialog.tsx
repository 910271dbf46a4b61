import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { mostThawDays, mostUsableHours, mostVialDoses } from '../../../domain/products/confirm-vial-data.ts';
import { mayConfirmVialData } from '../../../domain/stock/who-may.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';

/** The data as they are, changed where the source in the hand says otherwise, and the doctor who answers for them. */
export function VialDataDialog({
  product,
  onClose,
}: {
  product: ChannelOutput<'stock.overview'>['products'][number];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const isDoctor = useMay(mayConfirmVialData);
  const alone = useStationCommand('stock.confirm-vial-data');
  const together = useStationCommand('stock.confirm-vial-data-with-doctor');
  const [doses, setDoses] = useState<number | string>(product.dosesPerVial);
  const [hours, setHours] = useState<number | string>(product.usableHours ?? '');
  const [days, setDays] = useState<number | string>(product.thawDays ?? '');
  const [faulty, setFaulty] = useState({ hours: false, days: false });
  const [source, setSource] = useState(product.source);
  const { productId } = product;
  return (
    <FourEyesDialog
      channel="stock.confirm-vial-data-with-doctor"
      title={t('stock.vialData.dialog', { name: product.name })}
      label={t('stock.vialData.confirm')}
      testId="confirm-vial-data-step"
      isReady={
        Number(doses) > 0 &&
        !faulty.hours &&
        !faulty.days &&
        isNoneOrMore(hours) &&
        isNoneOrMore(days) &&
        source.trim() !== ''
      }
      isAlone={isDoctor}
      isDangerous={false}
      send={({ requestId, secondSignIn }) => {
        const told = {
          requestId,
          productId,
          dosesPerVial: Number(doses),
          ...(hours === '' ? {} : { usableHours: Number(hours) }),
          ...(days === '' ? {} : { thawDays: Number(days) }),
          source,
        };
        return isDoctor ? alone.send(told) : together.send({ ...told, secondSignIn });
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <NumberInput
        label={t('stock.vialData.doses')}
        value={doses}
        min={1}
        max={mostVialDoses}
        language={language}
        onChange={setDoses}
        data-testid="vial-doses"
      />
      <NumberInput
        label={t('stock.vialData.hours')}
        description={t('stock.vialData.hoursText')}
        value={hours}
        min={0}
        max={mostUsableHours}
        decimals={2}
        language={language}
        onChange={setHours}
        onFault={(hours) => setFaulty((before) => ({ ...before, hours }))}
        data-testid="vial-hours"
      />
      <NumberInput
        label={t('stock.vialData.days')}
        description={t('stock.vialData.daysText')}
        value={days}
        min={1}
        max={mostThawDays}
        language={language}
        onChange={setDays}
        onFault={(days) => setFaulty((before) => ({ ...before, days }))}
      />
      <TextInput
        label={t('stock.vialData.source')}
        description={t('stock.vialData.sourceText')}
        value={source}
        maxLength={300}
        required
        onChange={(event) => setSource(event.currentTarget.value)}
        data-testid="vial-source"
      />
      <p>{t('stock.vialData.consequence')}</p>
    </FourEyesDialog>
  );
}

function isNoneOrMore(figure: number | string): boolean {
  return figure === '' || Number(figure) > 0;
}
