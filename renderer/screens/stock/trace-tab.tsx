import { Button, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { Card } from '../../../ui/card.tsx';
import { firstPress } from '../../../ui/first-press.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import type { ScannedVial } from './scanned-vial.ts';

/** Everybody who got a lot, as a list and as a file. */
export function TraceTab({ scanned, onTaken }: { scanned: ScannedVial | undefined; onTaken(): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    if (!scanned?.lot) return;
    setTyped(scanned.lot);
    setAsked(scanned.lot);
    onTaken();
  }, [scanned, onTaken]);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <Card title={t('stock.trace.title')}>
      <p className="station-dim">{t('stock.trace.lead')}</p>
      <form className="stock-actions" data-entry="none" onSubmit={ask}>
        <TextInput
          aria-label={t('stock.lot')}
          value={typed}
          maxLength={longestLot}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="trace-lot"
        />
        <Button type="submit" disabled={!isLot(typed.trim())}>
          {t('stock.trace.button')}
        </Button>
      </form>
      {isLot(asked) && <Traced lot={asked} />}
    </Card>
  );
}

function Traced({ lot }: { lot: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('stock.trace', { lot }, ['stock', 'desk', 'people']);
  const file = useStationCommand('stock.trace-file');
  const [refused, setRefused] = useState<string>();
  if (!data) return null;
  if (!data.ok) return <p role="alert">{sentenceOf(data)}</p>;
  const { count, notNamed, correctedAway, shown } = data.value;
  const take = async () => {
    const answer = await file.send({ lot, language: formats.language });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    if (answer.ok) saveFile(answer.value);
  };
  return (
    <>
      <p className="stock-said" role="status" data-testid="trace-count">
        {t('stock.trace.count', { count, lot })}{' '}
        {notNamed > 0 && t('stock.trace.notNamed', { count: notNamed })}{' '}
        {correctedAway > 0 && t('stock.trace.correctedAway', { count: correctedAway, lot })}
      </p>
      {shown.length > 0 && (
        <div className="stock-traced">
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={file.isBusy}
            onClick={firstPress(() => void take())}
            data-testid="trace-file"
          >
            {t('stock.trace.file')}
          </Button>
          <Table aria-label={t('stock.trace.title')} data-testid="traced">
            <thead>
              <tr>
                <th scope="col">{t('stock.trace.person')}</th>
                <th scope="col">{t('stock.trace.born')}</th>
                <th scope="col">{t('stock.trace.contact')}</th>
                <th scope="col">{t('stock.trace.dose')}</th>
                <th scope="col">{t('stock.trace.givenOn')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <tr key={each.doseId}>
                  <td>
                    <bdi>{`${each.familyName}, ${each.givenName}`}</bdi>
                  </td>
                  <td>{formats.date(each.birthDate as BirthDate)}</td>
                  <td>{each.contact}</td>
                  <td>
                    {t('stock.trace.numbered', { ordinal: each.ordinal, product: each.product })}
                    {each.isElsewhere && ` · ${t('stock.trace.elsewhere')}`}
                    {each.firstLot && ` · ${t('stock.trace.corrected', { lot: each.firstLot })}`}
                    {each.isVoided && ` · ${t('stock.trace.voided')}`}
                  </td>
                  <td>{formats.date(each.givenOn)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          {shown.length < count && (
            <p className="station-dim">{t('stock.trace.more', { count: shown.length })}</p>
          )}
        </div>
      )}
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
