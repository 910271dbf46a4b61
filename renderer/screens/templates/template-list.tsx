import './template-list.css';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { useFormats } from '../../i18n/use-formats.ts';

export type TemplateList = ChannelOutput<'templates.list'>;

/** What the screen shows: a version to look at, or a draft to work on. */
export type Selection =
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'draft'; readonly draftId: string };

/** Drafts and versions, newest first. */
export function TemplateListPanel({
  list,
  selection,
  onSelect,
}: {
  list: TemplateList;
  selection: Selection;
  onSelect(selection: Selection): void;
}) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const dayOf = (at: TemplateList['now']) => date(plainDateAt(at, list.centre.timeZone));
  return (
    <nav className="templates-list" aria-label={t('templates.title')}>
      <h3>{t('templates.drafts')}</h3>
      {list.drafts.length === 0 && <p className="station-dim">{t('templates.noDrafts')}</p>}
      {list.drafts.map(({ draftId, name, updatedAt }) => (
        <button
          key={draftId}
          type="button"
          className="templates-entry"
          aria-current={selection.kind === 'draft' && selection.draftId === draftId ? 'true' : undefined}
          onClick={() => onSelect({ kind: 'draft', draftId })}
          data-testid="draft-entry"
        >
          <strong>{name}</strong>
          <span>{dayOf(updatedAt)}</span>
        </button>
      ))}
      <h3>{t('templates.versions')}</h3>
      {list.versions.map(({ version, publishedAt, passes }, index) => (
        <button
          key={version}
          type="button"
          className="templates-entry"
          aria-current={selection.kind === 'version' && selection.version === version ? 'true' : undefined}
          onClick={() => onSelect({ kind: 'version', version })}
          data-testid={`version-${version}`}
        >
          <strong>
            {t('templates.version', { version })}
            {index === 0 && <em>{t('templates.inForce')}</em>}
          </strong>
          <span>
            {publishedAt ? t('templates.publishedOn', { date: dayOf(publishedAt) }) : t('templates.standard')}
          </span>
          <span>{t('templates.passCount', { count: passes })}</span>
        </button>
      ))}
    </nav>
  );
}
