import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holidayName } from '../../../domain/appointments/holiday-name.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { SavedForm } from '../../components/saved-form.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { OnlineShareSection } from './online-share-section.tsx';
import { type Template, TemplateEditor } from './template-editor.tsx';
import { datesTopics } from './use-dates.ts';
import { VaccinesSection } from './vaccines-section.tsx';
import { weekdayKey } from './weekday-key.ts';

/** How usual days look, which days stay closed, and what is given. */
export function SetUpTab() {
  return (
    <div className="dates-columns">
      <div className="dates-column">
        <Templates />
        <OnlineShareSection />
        <VaccinesSection />
      </div>
      <Holidays />
    </div>
  );
}

function Templates() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('slots.templates', {}, datesTopics);
  const remove = useStationCommand('slots.remove-template');
  const [edited, setEdited] = useState<Template | 'new'>();
  const [refused, setRefused] = useState<string>();
  const templates = data?.ok ? data.value.templates : [];
  const removeOne = async ({ templateId }: Template) => {
    const answer = await remove.send({ requestId: crypto.randomUUID(), templateId });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <section className="desk-card" aria-label={t('opening.template.title')}>
      <h3>{t('opening.template.title')}</h3>
      {data?.ok && templates.length === 0 && <p className="station-dim">{t('opening.template.none')}</p>}
      <ul className="desk-rows">
        {templates.map((template) => (
          <li key={template.templateId}>
            <span>
              <strong>{template.name}</strong>
              <br />
              <Summary template={template} />
            </span>
            <span className="dates-row-end">
              <Button size="compact-sm" variant="subtle" onClick={() => setEdited(template)}>
                {t('opening.template.edit')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={remove.isBusy}
                onClick={() => void removeOne(template)}
              >
                {t('opening.template.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {refused && <p role="alert">{refused}</p>}
      <Button onClick={() => setEdited('new')} data-testid="new-template">
        {t('opening.template.add')}
      </Button>
      {edited && (
        <TemplateEditor
          template={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function Summary({ template }: { template: Template }) {
  const { t } = useTranslation();
  return (
    <>
      {t('opening.template.summary', {
        days: template.weekdays.map((day) => t(weekdayKey(day))).join(' '),
        hours: template.hours.map(({ from, to }) => `${from}–${to}`).join(', '),
        minutes: template.slotMinutes,
        lanes: template.lanes.map(({ lane, capacity }) => `${lane} × ${capacity}`).join(', '),
      })}
    </>
  );
}

function Holidays() {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('slots.holidays', {}, datesTopics);
  const set = useStationCommand('slots.set-holiday');
  const lift = useStationCommand('slots.lift-holiday');
  const [day, setDay] = useState<string>(() => addDays(formats.today(), 1));
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<string>();
  const holidays = data?.ok ? data.value.holidays : [];
  const add = async () => {
    const answer = await set.send({ requestId: crypto.randomUUID(), day, name });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    if (answer.ok) setName('');
    return answer.ok;
  };
  const liftOne = async (lifted: string) => {
    const answer = await lift.send({ requestId: crypto.randomUUID(), day: lifted });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <section className="desk-card" aria-label={t('opening.holiday.title')}>
      <h3>{t('opening.holiday.title')}</h3>
      {data?.ok && holidays.length === 0 && <p className="station-dim">{t('opening.holiday.none')}</p>}
      {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
      <ul className="desk-rows" data-testid="holidays">
        {holidays.map((each) => (
          <li key={each.day}>
            <span>
              {formats.date(each.day)} · {holidayName(each.name, formats.language)}
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={lift.isBusy}
              aria-label={t('opening.holiday.liftNamed', { name: holidayName(each.name, formats.language) })}
              onClick={() => void liftOne(each.day)}
            >
              {t('opening.holiday.lift')}
            </Button>
          </li>
        ))}
      </ul>
      <SavedForm className="dates-form" save={add}>
        <DateInput
          language={formats.language}
          today={formats.today()}
          required
          label={t('opening.holiday.day')}
          value={day}
          onChange={setDay}
        />
        <TextInput
          required
          label={t('opening.holiday.name')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {refused && <p role="alert">{refused}</p>}
        <Button type="submit" loading={set.isBusy}>
          {t('opening.holiday.add')}
        </Button>
      </SavedForm>
    </section>
  );
}
