import './station-frame.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayAsk } from '../../domain/staff/roles.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useFieldWords } from '../i18n/use-field-words.ts';
import { NavigationProvider, useNavigation } from '../navigation.tsx';
import { ScannersProvider } from '../scanner/devices/scanners-context.tsx';
import { SwallowScans } from '../scanner/swallow-scans.tsx';
import type { Area } from '../screens/area.ts';
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
import { PartsGallery } from './parts-gallery.tsx';
import { ServiceAway } from './service-away.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import { StationHeader } from './station-header.tsx';
import { StationWarnings } from './station-warnings.tsx';

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
  const [isGalleryOpen, setGalleryOpen] = useState(false);
  const isTrial = useStationStatus()?.mode === 'trial';
  const { signedIn, lock } = useSession();
  useFieldWords();
  useShortcut('F1', () => setHelpOpen((isOpen) => !isOpen), true, true);
  useShortcut('F10', lock, signedIn !== undefined, true);
  const isLocked = signedIn === undefined;
  useEffect(() => {
    if (!isLocked) return;
    setSetupOpen(false);
    setOwnPinOpen(false);
    setGalleryOpen(false);
  }, [isLocked]);
  return (
    <ScannersProvider>
      <div className="station-frame">
        <StationHeader
          onHelp={() => setHelpOpen(true)}
          onSetup={() => setSetupOpen(true)}
          onOwnPin={() => setOwnPinOpen(true)}
          {...(isTrial ? { onGallery: () => setGalleryOpen(true) } : {})}
        />
        <StationWarnings />
        {state.kind === 'failed' ? (
          <Stopped sentence={state.fault.sentence} />
        ) : (
          <SessionGate>
            <Areas isUp={state.kind === 'up'} isSetupOpen={isSetupOpen} />
          </SessionGate>
        )}
        {signedIn && <ServiceAway />}
        {signedIn && <IdleLock />}
        {signedIn && <LeaveQuestion />}
        {isOwnPinOpen && signedIn && <OwnPinDialog onClose={() => setOwnPinOpen(false)} />}
        {isSetupOpen && signedIn && <ScannerSetupDialog onClose={() => setSetupOpen(false)} />}
        {isGalleryOpen && signedIn && <PartsGallery onClose={() => setGalleryOpen(false)} />}
        <ShortcutHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </ScannersProvider>
  );
}

/** The list of areas and the one that is open. The desk is never left: it waits, and a scan brings it back. */
function Areas({ isUp, isSetupOpen }: { isUp: boolean; isSetupOpen: boolean }) {
  const { t } = useTranslation();
  const { place } = useNavigation();
  const { signedIn } = useSession();
  const offered = areas.filter(({ access }) => mayAsk(access, signedIn?.roles) === 'yes');
  const open = offered.find(({ id }) => id === place.screen) ?? offered[0];
  if (!open) return <main className="station-stopped">{t('screens.none')}</main>;
  const { Screen, takesScans = false }: Area = open;
  const hearsScans = isUp && !isSetupOpen;
  const hasDesk = offered.some(({ id }) => id === 'desk');
  return (
    <div className="station-areas">
      <AreaList entries={offered} current={open.id} />
      {hasDesk && <DeskScreen hearsScanner={hearsScans && !takesScans} isCurrent={open.id === 'desk'} />}
      {!isSetupOpen && !((hasDesk || takesScans) && isUp) && <SwallowScans />}
      {Screen && <Screen hearsScanner={hearsScans} />}
    </div>
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
