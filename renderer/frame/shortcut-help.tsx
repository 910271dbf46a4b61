import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';

/** Every key that works anywhere in the window. */
export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
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
