import './stock.css';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayHandleVials, mayKeepStock, mayTraceLots } from '../../../domain/stock/who-may.ts';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { ViewTabs } from '../../../ui/view-tabs.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useScans } from '../../scanner/use-scans.ts';
import { useMay } from '../../session/use-may.ts';
import { useStation, useStationQuery } from '../../station-context.tsx';
import { CountTab } from './count-tab.tsx';
import { FridgesTab } from './fridges-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LotsTab } from './lots-tab.tsx';
import { ReceiveTab } from './receive-tab.tsx';
import type { ScannedVial } from './scanned-vial.ts';
import { TraceTab } from './trace-tab.tsx';
import { VialDataCard } from './vial-data-card.tsx';

/** The vials of the centre: what is there, what comes in, what is counted, who got what. */
export function StockScreen({ hearsScanner }: { hearsScanner: boolean }): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('stock.overview', {}, ['stock', 'products', 'appointments', 'board']);
  const { scanned, isForeign, taken } = useScannedVial(hearsScanner);
  const [chosen, setChosen] = useState('lots');
  const mayKeep = useMay(mayKeepStock);
  const mayTrace = useMay(mayTraceLots);
  const view = (
    id: 'lots' | 'receive' | 'count' | 'fridges' | 'trace' | 'history' | 'vialData',
    content: ReactNode,
  ) => ({
    id,
    name: t(`stock.tabs.${id}`),
    content,
  });
  if (!data?.ok)
    return (
      <Page title={t('stock.title')} testId="stock">
        {data && <Said tone="fault">{sentenceOf(data)}</Said>}
      </Page>
    );
  const stock = data.value;
  return (
    <Page title={t('stock.title')} testId="stock">
      {isForeign && (
        <Said tone="warning" testId="not-a-vial">
          {t('stock.notAVial')}
        </Said>
      )}
      <ViewTabs
        label={t('stock.title')}
        chosen={chosen}
        onChoose={setChosen}
        views={[
          view(
            'lots',
            <LotsTab
              stock={stock}
              scanned={scanned}
              onTaken={taken}
              onReceive={mayKeep ? () => setChosen('receive') : undefined}
            />,
          ),
          ...(mayKeep
            ? [
                view('receive', <ReceiveTab stock={stock} scanned={scanned} onTaken={taken} />),
                view('count', <CountTab lots={stock.lots} />),
              ]
            : []),
          view('fridges', <FridgesTab fridges={stock.fridges} />),
          ...(mayTrace ? [view('trace', <TraceTab scanned={scanned} onTaken={taken} />)] : []),
          view('history', <HistoryTab differences={stock.differences} journal={stock.journal} />),
          view('vialData', <VialDataCard products={stock.products} />),
        ]}
        testId="stock-tab"
      />
    </Page>
  );
}

/** What was scanned while the stock is open, until a view took it. */
function useScannedVial(hearsScanner: boolean) {
  const station = useStation();
  const mayHandle = useMay(mayHandleVials);
  const [scanned, setScanned] = useState<ScannedVial>();
  const taken = useCallback(() => setScanned(undefined), []);
  const take = async (texts: string[]) => {
    const read = await station.ask('stock.read-vial', { texts });
    setScanned(read.ok ? read.value : { isVial: false });
  };
  useScans(({ texts }) => void take(texts), hearsScanner && mayHandle);
  return {
    scanned: scanned?.isVial ? scanned : undefined,
    isForeign: scanned?.isVial === false,
    taken,
  };
}
