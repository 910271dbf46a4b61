import './template-preview.css';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { faceOf } from '../../../domain/passes/face-of.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { type SampleStage, sampleFacts, sampleStages } from '../../../domain/passes/sample-facts.ts';
import { PassCard } from '../../components/pass-card.tsx';
import { GooglePreview } from './google-preview.tsx';
import type { TemplateList } from './template-list.tsx';

/** The pass of somebody who does not exist, as each wallet shows it, at every key press. */
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
        <div className="templates-pair" data-entry="none">
          <NativeSelect
            label={t('templates.preview.stage')}
            value={stage}
            onChange={(event) => setStage(event.currentTarget.value as SampleStage)}
            data={sampleStages.map((value) => ({ value, label: t(`templates.preview.stages.${value}`) }))}
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
      <div className="templates-preview-pair" lang={language}>
        <section aria-labelledby="preview-apple">
          <h3 id="preview-apple">{t('templates.preview.apple')}</h3>
          <div data-testid="template-preview">
            <PassCard face={face} side={side} />
          </div>
        </section>
        <GooglePreview template={template} stage={stage} language={language} />
      </div>
    </aside>
  );
}
