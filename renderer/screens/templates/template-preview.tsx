import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceOf } from '../../../domain/passes/face-of.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { type SampleStage, sampleFacts } from '../../../domain/passes/sample-facts.ts';
import type { Language } from '../../../domain/people/events.ts';
import { PassCard } from '../../components/pass-card.tsx';
import type { TemplateList } from './template-list.tsx';

const stages: readonly SampleStage[] = ['issued', 'after-first-dose', 'complete', 'voided'];

/** The pass of somebody who does not exist, as the phone shows it, at every key press. */
export function TemplatePreview({ template, list }: { template: PassTemplate; list: TemplateList }) {
  const { t, i18n } = useTranslation();
  const [side, setSide] = useState<'front' | 'back'>('front');
  const [stage, setStage] = useState<SampleStage>('after-first-dose');
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'de');
  const { centre, now } = list;
  const face = useMemo(
    () => faceOf(passContent(sampleFacts(stage, centre, now), template), template, language),
    [template, stage, language, centre, now],
  );
  return (
    <aside className="templates-preview" aria-label={t('templates.preview.title')}>
      <div className="templates-preview-choices">
        <SegmentedControl
          value={side}
          onChange={(value) => setSide(value as 'front' | 'back')}
          data={[
            { value: 'front', label: t('templates.preview.front') },
            { value: 'back', label: t('templates.preview.back') },
          ]}
          fullWidth
        />
        <div className="templates-pair">
          <NativeSelect
            label={t('templates.preview.stage')}
            value={stage}
            onChange={(event) => setStage(event.currentTarget.value as SampleStage)}
            data={stages.map((value) => ({ value, label: t(`templates.preview.stages.${value}`) }))}
          />
          <NativeSelect
            label={t('templates.preview.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as Language)}
            data={[
              { value: 'de', label: t('templates.german') },
              { value: 'en', label: t('templates.english') },
            ]}
          />
        </div>
      </div>
      <h3>{t('templates.preview.apple')}</h3>
      <div lang={language} data-testid="template-preview">
        <PassCard face={face} side={side} />
      </div>
    </aside>
  );
}
