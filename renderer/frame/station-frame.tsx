import './station-frame.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayAsk } from '../../domain/staff/roles.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { chooseLanguage } from '../i18n/start-i18n.ts';
import { NavigationProvider, useNavigation } from '../navigation.tsx';
import { ScannersProvider } from '../scanner/devices/scanners-context.tsx';
import { areas } from '../screens/areas.ts';
import { DeskScreen } from '../screens/desk/desk-screen.tsx';
import { ScannerSetupDialog } from '../screens/scanner-setup/scanner-setup-dialog.tsx';
import { OwnPinDialog } from '../screens/sign-in/own-pin-dialog.tsx';
import { IdleLock } from '../session/idle-lock.tsx';
import { useSession } from '../session/session-context.tsx';
import { SessionGate } from '../session/session-gate.tsx';
import { useServiceState, useStationStatus } from '../station-context.tsx';
import { UnsavedProvider } from '../unsaved.tsx';
import { AreaList } from './area-list.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { ServiceAway } from './service-away.tsx';
import { StationWarnings } from './station-warnings.tsx';
import { SyncLine } from './sync-line.tsx';

/** What is always there: who we are, whether the station works, and the screen in use. */
export function StationFrame() {
  const { signedIn } = useSession();
  // Whoever signs in starts where everybody starts, not where somebody else was.
  return (
    <NavigationProvider key={signedIn?.staffId}>
      <UnsavedProvider>
        <Frame />
      </UnsavedProvider>
    </NavigationProvider>
  );
}

function Frame() {
  const state = useServiceState();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isSetupOpen, setSetupOpen] = useState(false);
  const [isOwnPinOpen, setOwnPinOpen] = useState(false);
  const { signedIn, lock } = useSession();
  useShortcut('F1', () => setHelpOpen((isOpen) => !isOpen), true, true);
  useShortcut('F10', lock, signedIn !== undefined, true);
  const isLocked = signedIn === undefined;
  useEffect(() => {
    if (!isLocked) return;
    setSetupOpen(false);
    setOwnPinOpen(false);
  }, [isLocked]);
  return (
    <ScannersProvider>
      <div className="station-frame">
        <StationHeader
          onHelp={() => setHelpOpen(true)}
          onSetup={() => setSetupOpen(true)}
          onOwnPin={() => setOwnPinOpen(true)}
        />
        <StationWarnings />
        {state.kind === 'failed' ? (
          <Stopped sentence={state.fault.sentence} />
        ) : (
          <SessionGate>
            <Areas hearsScanner={!isSetupOpen && state.kind === 'up'} />
          </SessionGate>
        )}
        {signedIn && <ServiceAway />}
        {signedIn && <IdleLock />}
        {signedIn && <LeaveQuestion />}
        {isOwnPinOpen && signedIn && <OwnPinDialog onClose={() => setOwnPinOpen(false)} />}
        {isSetupOpen && signedIn && <ScannerSetupDialog onClose={() => setSetupOpen(false)} />}
        <ShortcutHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </ScannersProvider>
  );
}

/** The list of areas and the one that is open. The desk is never left: it waits, and a scan brings it back. */
function Areas({ hearsScanner }: { hearsScanner: boolean }) {
  const { t } = useTranslation();
  const { place } = useNavigation();
  const { signedIn } = useSession();
  const offered = areas.filter(({ access }) => mayAsk(access, signedIn?.roles) === 'yes');
  const open = offered.find(({ id }) => id === place.screen) ?? offered[0];
  if (!open) return <main className="station-stopped">{t('screens.none')}</main>;
  const { Screen } = open;
  return (
    <div className="station-areas">
      <AreaList entries={offered} current={open.id} />
      {offered.some(({ id }) => id === 'desk') && (
        <DeskScreen hearsScanner={hearsScanner} isCurrent={open.id === 'desk'} />
      )}
      {Screen && <Screen />}
    </div>
  );
}

function StationHeader({ onHelp, onSetup, onOwnPin }: { onHelp(): void; onSetup(): void; onOwnPin(): void }) {
  const { t, i18n } = useTranslation();
  const state = useServiceState();
  const status = useStationStatus();
  const outbox = status?.outbox;
  const { go } = useNavigation();
  const { signedIn, lock } = useSession();
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
      <span className="station-header-space" />
      {signedIn && outbox && <OutboxCounts outbox={outbox} onOpen={() => go({ screen: 'outbox' })} />}
      {signedIn && <SyncLine />}
      <span className="station-state" role="status" data-testid="service-state" data-kind={state.kind}>
        <span className="station-state-dot" data-kind={state.kind} aria-hidden="true" />
        {t(`service.${state.kind}`)}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame into the header line */}
      <div role="group" aria-label={t('language')}>
        {(['de', 'en'] as const).map((language) => (
          <button
            key={language}
            type="button"
            className="station-header-button"
            aria-pressed={i18n.language === language}
            onClick={() => chooseLanguage(language)}
          >
            {language === 'de' ? 'Deutsch' : 'English'}
          </button>
        ))}
      </div>
      {signedIn && (
        <button type="button" className="station-header-button" onClick={onSetup}>
          {t('scannerSetup.open')}
        </button>
      )}
      <button type="button" className="station-header-button" onClick={onHelp}>
        {t('help')} <span className="station-key">F1</span>
      </button>
      {signedIn && (
        <div className="station-signed-in">
          <button
            type="button"
            className="station-header-button"
            title={t('staff.ownPin')}
            onClick={onOwnPin}
            data-testid="signed-in"
          >
            {signedIn.name}
          </button>
          <button
            type="button"
            className="station-header-button"
            title={t('shortcuts.lock')}
            onClick={lock}
            data-testid="lock"
          >
            {t('lock')} <span className="station-key">F10</span>
          </button>
        </div>
      )}
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

function Stopped({ sentence }: { sentence: { readonly de: string; readonly en: string } }) {
  const { t, i18n } = useTranslation();
  return (
    <main className="station-stopped" role="alert">
      <h2>{t('service.failedTitle')}</h2>
      <p>{i18n.language === 'en' ? sentence.en : sentence.de}</p>
    </main>
  );
}

function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const rows = [
    ['F2', t('shortcuts.camera')],
    ['F3', t('shortcuts.search')],
    ['F4', t('shortcuts.list')],
    ['F5', t('shortcuts.handOver')],
    ['F6', t('shortcuts.pass')],
    ['F7', t('shortcuts.dates')],
    ['F8', t('shortcuts.next')],
    ['Esc', t('shortcuts.clear')],
    ['F9', t('shortcuts.areas')],
    ['F10', t('shortcuts.lock')],
    ['F1', t('shortcuts.help')],
  ] as const;
  return (
    <Dialog
      opened={isOpen}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className="station-shortcuts">
        {rows.map(([key, text]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <span className="station-key">{key}</span>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
