import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';
import type { TemplateList } from './template-list.tsx';

/** How far passes have come to the version in force; offers to bring the rest to it. */
export function PushPanel({ list }: { list: TemplateList }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [current, ...older] = list.versions;
  const { push } = list;
  if (!current) return undefined;
  if (push && push.toSign > 0) {
    const done = push.total - Math.min(push.total, push.toSign);
    return (
      <div className="templates-push" role="status" data-testid="push-progress">
        {t('templates.push.running', { done, total: push.total })}
        <Progress
          value={(done / push.total) * 100}
          aria-label={t('templates.push.running', { done, total: push.total })}
        />
      </div>
    );
  }
  const count = older.reduce((sum, { passes }) => sum + passes, 0);
  if (count > 0)
    return (
      <div className="templates-push">
        {t('templates.push.older', { count })}{' '}
        <Button size="compact-sm" variant="light" onClick={() => setAsking(true)}>
          {t('templates.push.start')}
        </Button>
        {isAsking && <PushDialog version={current.version} count={count} onClose={() => setAsking(false)} />}
      </div>
    );
  if (push?.version !== current.version) return undefined;
  return (
    <div className="templates-push" role="status" data-testid="push-done">
      {t('templates.push.done', { total: push.total, version: push.version })}
    </div>
  );
}

function PushDialog({ version, count, onClose }: { version: number; count: number; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('templates.push');
  return (
    <CommandDialog
      title={t('templates.push.title')}
      submitLabel={t('templates.push.confirm')}
      send={(requestId) => send({ requestId })}
      onClose={onClose}
    >
      <p>{t('templates.push.text', { count, version })}</p>
    </CommandDialog>
  );
}
