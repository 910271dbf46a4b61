import './station-header.css';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../navigation.tsx';
import { useSession } from '../session/session-context.tsx';
import { useServiceState, useStationStatus } from '../station-context.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx';
import { SyncLine } from './sync-line.tsx';

/** At the left which centre this is and how the station stands, at the right whoever sits here. */
export function StationHeader(menu: PersonMenuProps) {
  const { t } = useTranslation();
  const state = useServiceState();
  const status = useStationStatus();
  const outbox = status?.outbox;
  const { go } = useNavigation();
  const { leaveFor } = useUnsaved();
  const { signedIn } = useSession();
  return (
    <header className="station-header">
      <h1>{t('product')}</h1>
      <span className="station-header-centre" title={status?.centreName}>
        {status?.centreName}
      </span>
      {status?.mode === 'trial' && (
        <span className="station-trial" title={status.keyPlace === 'key-file' ? t('keyInFile') : undefined}>
          {t('trial')}
        </span>
      )}
      <span className="station-state" role="status" data-testid="service-state" data-kind={state.kind}>
        <span className="station-state-dot" data-kind={state.kind} aria-hidden="true" />
        {t(`service.${state.kind}`)}
      </span>
      {signedIn && <SyncLine />}
      {signedIn && outbox && (
        <OutboxCounts outbox={outbox} onOpen={() => leaveFor(() => go({ screen: 'outbox' }))} />
      )}
      <div className="station-header-person">
        <PersonMenu {...menu} />
      </div>
    </header>
  );
}

type Counts = NonNullable<ReturnType<typeof useStationStatus>>['outbox'];

/** What is not done yet, and the way there; nothing where all is done. */
function OutboxCounts({ outbox, onOpen }: { outbox: Counts; onOpen(): void }) {
  const { t } = useTranslation();
  const { waiting, failed, byPhone } = outbox;
  if (waiting + failed + byPhone === 0) return null;
  return (
    <button type="button" className="station-header-button" onClick={onOpen} data-testid="outbox-counts">
      {waiting > 0 && <span>{t('outboxWaiting', { count: waiting })}</span>}{' '}
      {byPhone > 0 && <span className="station-trial">{t('outboxByPhone', { count: byPhone })}</span>}{' '}
      {failed > 0 && <span className="station-trial">{t('outboxFailed', { count: failed })}</span>}
    </button>
  );
}
