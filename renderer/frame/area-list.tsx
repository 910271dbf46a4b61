import './area-list.css';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { walkList } from '../../ui/walk-list.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { type ScreenId, useNavigation } from '../navigation.tsx';
import type { AnyArea } from '../screens/areas.ts';
import { useUnsaved } from '../unsaved.tsx';

/** The areas of the window, at the left. F9 goes there, the arrow keys walk, Enter opens. */
export function AreaList({ entries, current }: { entries: readonly AnyArea[]; current: ScreenId }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { go } = useNavigation();
  const { leaveFor } = useUnsaved();
  const list = useRef<HTMLElement>(null);
  useShortcut('F9', () => list.current?.querySelector<HTMLElement>('[aria-current="page"]')?.focus());
  return (
    <nav className="area-list" aria-label={t('screens.title')} ref={list} onKeyDown={walkList}>
      {entries.map(({ id, name, icon: Icon }) => (
        <button
          key={id}
          type="button"
          className="area-list-entry"
          aria-current={current === id ? 'page' : undefined}
          onClick={() => leaveFor(() => go({ screen: id }))}
          data-testid={`area-${id}`}
        >
          <Icon size={24} aria-hidden="true" />
          {name[language]}
        </button>
      ))}
    </nav>
  );
}
