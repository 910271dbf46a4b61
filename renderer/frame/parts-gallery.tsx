import './parts-gallery.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Filter } from '../../ui/filter.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Said } from '../../ui/said.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';

const pairs = ['text', 'dimmed', 'accent', 'selected', 'bar', 'green', 'amber', 'red'] as const;
const tones = ['done', 'warning', 'fault'] as const;
const sizes = ['headline', 'title', 'heading', 'text', 'note', 'small'] as const;
const choices = ['first', 'second'] as const;

/** Every part that screens are made of, in the appearance and language that are chosen: only a trial offers it. */
export function PartsGallery({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<(typeof choices)[number]>('first');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('gallery.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="parts-gallery" data-testid="parts-gallery">
        <Card title={t('gallery.colours')}>
          <ul className="parts-gallery-colours">
            {pairs.map((pair) => (
              <li key={pair} data-pair={pair}>
                {t(`gallery.pairs.${pair}`)}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('gallery.text')}>
          {sizes.map((size) => (
            <p key={size} className={`parts-gallery-${size}`}>
              {t(`gallery.sizes.${size}`)}
            </p>
          ))}
        </Card>
        <Card title={t('gallery.actions')} actions={<Button variant="subtle">{t('gallery.quiet')}</Button>}>
          <div className="parts-gallery-row">
            <Button>
              {t('gallery.main')} <KeyHint name="F8" />
            </Button>
            <Button variant="light">{t('gallery.second')}</Button>
            <Button variant="default">{t('cancel')}</Button>
            <Button variant="outline" color="red">
              {t('gallery.grave')}
            </Button>
            <Button disabled>{t('gallery.disabled')}</Button>
            <Filter<(typeof choices)[number]>
              label={t('gallery.filter')}
              choices={choices.map((id) => ({ id, name: t(`gallery.choices.${id}`) }))}
              chosen={chosen}
              onChoose={setChosen}
            />
          </div>
        </Card>
        <Card title={t('gallery.fields')}>
          <TextInput label={t('gallery.field')} description={t('gallery.hint')} />
          <TextInput label={t('gallery.field')} error={t('gallery.fault')} defaultValue="31.2." />
        </Card>
        {tones.map((tone) => (
          <Said key={tone} tone={tone}>
            {t(`gallery.said.${tone}`)}
          </Said>
        ))}
        <ViewTabs
          label={t('gallery.views')}
          views={choices.map((id) => ({
            id,
            name: t(`gallery.choices.${id}`),
            content: <EmptyState>{t('gallery.empty')}</EmptyState>,
          }))}
        />
      </div>
    </Dialog>
  );
}
