import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import {
  announceable,
  barcodeFormats,
  masterData,
  usualAnnouncements,
} from '../../../domain/passes/pass-template.ts';
import { placeholders } from '../../../domain/passes/placeholders.ts';
import { formatNames } from '../../../domain/passes/template-differences.ts';
import { fieldNames, masterDatumNames } from '../../../domain/passes/template-texts.ts';
import { Card } from '../../../ui/card.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { BothLanguages } from './both-languages.tsx';
import { ColourInput } from './colour-input.tsx';
import type { EditorProps } from './editor-props.ts';
import { FieldPlaces } from './field-places.tsx';
import { ImageSlots } from './image-slots.tsx';
import { Locations } from './locations.tsx';

/** Everything of a template, with what is wrong beside it. */
export function TemplateEditor(props: EditorProps) {
  const { t } = useTranslation();
  return (
    <div className="templates-editor">
      <Section title={t('templates.sections.colours')}>
        <Colours {...props} />
      </Section>
      <Section title={t('templates.sections.texts')}>
        <Texts {...props} />
      </Section>
      <Section title={t('templates.sections.images')}>
        <ImageSlots {...props} />
      </Section>
      <Section title={t('templates.sections.fields')}>
        <FieldPlaces {...props} />
      </Section>
      <Section title={t('templates.sections.backSide')}>
        <BackSide {...props} />
      </Section>
      <Section title={t('templates.sections.announcements')}>
        <Announcements {...props} />
      </Section>
      <Section title={t('templates.sections.more')}>
        <More {...props} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return <Card title={title}>{children}</Card>;
}

function Colours({ template, faultsAt, change }: EditorProps) {
  const { t } = useTranslation();
  const { colours } = template;
  return (
    <div className="templates-three">
      {(['background', 'foreground', 'label'] as const).map((name) => (
        <ColourInput
          key={name}
          label={t(`templates.colours.${name}`)}
          value={colours[name]}
          error={faultsAt(`colours.${name}`)}
          onChange={(value) => change({ colours: { ...colours, [name]: value } })}
        />
      ))}
    </div>
  );
}

function Texts({ template, faultsAt, change }: EditorProps) {
  const { t } = useTranslation();
  const text = (part: 'logoText' | 'description') => (
    <BothLanguages
      label={t(`templates.${part}`)}
      value={template[part]}
      errorIn={(language) => faultsAt(part, language)}
      onChange={(value) => change({ [part]: value })}
    />
  );
  return (
    <>
      <TextInput
        label={t('templates.organisationName')}
        value={template.organisationName}
        error={faultsAt('organisationName')}
        onChange={(event) => change({ organisationName: event.currentTarget.value })}
      />
      {text('logoText')}
      {text('description')}
      <p className="station-dim">
        {t('templates.placeholders', { list: placeholders.map((name) => `{${name}}`).join(' ') })}
      </p>
    </>
  );
}

function BackSide({ template, faultsAt, change }: EditorProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const { houseRules } = template;
  return (
    <>
      <div className="templates-pair">
        {(['de', 'en'] as const).map((each) => (
          <Textarea
            key={each}
            label={`${t('templates.houseRules')} (${t(each === 'de' ? 'templates.german' : 'templates.english')})`}
            value={houseRules[each]}
            error={faultsAt('houseRules', each)}
            rows={4}
            onChange={(event) => change({ houseRules: { ...houseRules, [each]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <Checkbox.Group
        label={t('templates.masterData')}
        value={[...template.masterData]}
        onChange={(chosen) => change({ masterData: masterData.filter((datum) => chosen.includes(datum)) })}
      >
        <div className="templates-row">
          {masterData.map((datum) => (
            <Checkbox key={datum} value={datum} label={masterDatumNames[datum][language]} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}

function Announcements({ template, faultsAt, change }: EditorProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const announcements = template.announcements ?? usualAnnouncements;
  const put = (key: (typeof announceable)[number], text: Bilingual | undefined) => {
    const { [key]: _old, ...others } = announcements;
    change({ announcements: text ? { ...others, [key]: text } : others });
  };
  return (
    <>
      <p className="station-dim">{t('templates.announcementHint')}</p>
      {announceable.map((key) => {
        const text = announcements[key];
        return (
          <div key={key}>
            <Checkbox
              label={t('templates.announce', { field: fieldNames[key][language] })}
              checked={text !== undefined}
              onChange={(event) =>
                put(key, event.currentTarget.checked ? usualAnnouncements[key] : undefined)
              }
            />
            {text && (
              <BothLanguages
                label={`${t('templates.announcement')}: ${fieldNames[key][language]}`}
                value={text}
                errorIn={(each) => faultsAt(`announcements.${key}`, each)}
                onChange={(value) => put(key, value)}
              />
            )}
          </div>
        );
      })}
    </>
  );
}

function More({ template, faultsAt, change }: EditorProps) {
  const { language } = useFormats();
  const { t } = useTranslation();
  const { expiresAfterDays } = template;
  const setDays = (days: number | undefined) => {
    const { expiresAfterDays: _old, ...others } = template;
    change(
      days === undefined ? { ...others, expiresAfterDays: undefined as never } : { expiresAfterDays: days },
    );
  };
  return (
    <>
      <Radio.Group
        label={t('templates.barcodeFormat')}
        description={t('templates.barcodeHint')}
        value={template.barcodeFormat ?? 'qr'}
        onChange={(value) => change({ barcodeFormat: value as (typeof barcodeFormats)[number] })}
      >
        <div className="templates-row">
          {barcodeFormats.map((format) => (
            <Radio key={format} value={format} label={formatNames[format]} />
          ))}
        </div>
      </Radio.Group>
      <Locations template={template} faultsAt={faultsAt} change={change} />
      <Checkbox
        label={t('templates.expires')}
        checked={expiresAfterDays !== undefined}
        onChange={(event) => setDays(event.currentTarget.checked ? 365 : undefined)}
      />
      {expiresAfterDays !== undefined && (
        <NumberInput
          label={t('templates.expiresAfterDays')}
          value={expiresAfterDays}
          error={faultsAt('expiresAfterDays')}
          language={language}
          min={0}
          max={36_500}
          onChange={(value) => value !== '' && setDays(value)}
        />
      )}
    </>
  );
}
