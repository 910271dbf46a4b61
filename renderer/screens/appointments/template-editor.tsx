import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { TimeInput } from '../../../ui/time-input.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useActiveVaccines } from '../../components/use-active-vaccines.ts';
import { VaccineSelect } from '../../components/vaccine-select.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { weekdayKey, weekdays } from './weekday-key.ts';

export type Template = ChannelOutput<'slots.templates'>['templates'][number];

type Lane = { readonly key: string; readonly lane: string; readonly capacity: number };

/** One template: weekdays, hours with a break, places and lanes. */
export function TemplateEditor({ template, onClose }: { template: Template | undefined; onClose(): void }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { send } = useStationCommand('slots.save-template');
  const [name, setName] = useState(template?.name ?? '');
  const [days, setDays] = useState<readonly number[]>(template?.weekdays ?? [1, 2, 3, 4, 5]);
  const [times, setTimes] = useState(() => timesOf(template));
  const vaccines = useActiveVaccines();
  const [wanted, setWanted] = useState(template?.productId);
  const productId = wanted ?? vaccines[0]?.productId;
  const [minutes, setMinutes] = useState<number | string>(template?.slotMinutes ?? 5);
  const [lanes, setLanes] = useState<readonly Lane[]>(() => lanesOf(template));
  const save = (requestId: string) =>
    send({
      requestId,
      ...(template ? { templateId: template.templateId } : {}),
      name,
      ...(productId ? { productId } : {}),
      weekdays: [...days].sort((one, other) => one - other),
      hours: hoursOf(times),
      slotMinutes: Number(minutes),
      lanes: lanes.map(({ lane, capacity }) => ({ lane, capacity })),
    });
  const toggle = (day: number) =>
    setDays(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
  const change = (key: string, changed: Partial<Lane>) =>
    setLanes(lanes.map((lane) => (lane.key === key ? { ...lane, ...changed } : lane)));
  return (
    <CommandDialog
      size="lg"
      title={t('opening.template.title')}
      submitLabel={t('opening.template.save')}
      testId="template-editor"
      submitTestId="save-template"
      send={save}
      onClose={onClose}
    >
      <TextInput
        required
        label={t('opening.template.name')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <VaccineSelect vaccines={vaccines} value={productId} onChange={setWanted} />
      <fieldset className="dates-choice dates-days">
        <legend>{t('opening.template.weekdays')}</legend>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={t(weekdayKey(day))}
            checked={days.includes(day)}
            onChange={() => toggle(day)}
          />
        ))}
      </fieldset>
      <div className="dates-pairs">
        {(['from', 'to', 'breakFrom', 'breakTo'] as const).map((field) => (
          <TimeInput
            key={field}
            language={language}
            required={field === 'from' || field === 'to'}
            label={t(`opening.template.${field}`)}
            value={times[field]}
            onChange={(time) => setTimes((before) => ({ ...before, [field]: time }))}
          />
        ))}
      </div>
      <NumberInput
        label={t('opening.template.minutes')}
        value={minutes}
        onChange={setMinutes}
        min={1}
        max={120}
        required
        language={language}
      />
      <fieldset className="dates-choice">
        <legend>{t('opening.template.lanes')}</legend>
        {lanes.map(({ key, lane, capacity }) => (
          <div key={key} className="dates-lane">
            <TextInput
              required
              label={t('opening.template.lane')}
              value={lane}
              maxLength={20}
              onChange={(event) => change(key, { lane: event.currentTarget.value })}
            />
            <NumberInput
              label={t('opening.template.capacity')}
              value={capacity}
              onChange={(value) => value !== '' && change(key, { capacity: value })}
              min={1}
              max={200}
              required
              language={language}
            />
            <Button
              variant="subtle"
              aria-label={t('opening.template.removeLane', { lane })}
              onClick={() => setLanes(lanes.filter((each) => each.key !== key))}
            >
              ×
            </Button>
          </div>
        ))}
        <Button
          variant="light"
          onClick={() => setLanes([...lanes, aLane(`${t('dates.standby.lane')} ${lanes.length + 1}`)])}
        >
          {t('opening.template.addLane')}
        </Button>
      </fieldset>
      {template && <p className="station-dim">{t('opening.template.keeps')}</p>}
    </CommandDialog>
  );
}

interface Times {
  readonly from: string;
  readonly to: string;
  readonly breakFrom: string;
  readonly breakTo: string;
}

/** The form knows one break; hours that have more keep their first and last. */
function timesOf(template: Template | undefined): Times {
  const first = template?.hours[0];
  const last = template?.hours.at(-1);
  const hasBreak = template !== undefined && template.hours.length > 1;
  return {
    from: first?.from ?? '08:00',
    to: last?.to ?? '18:00',
    breakFrom: hasBreak ? (first?.to ?? '') : '',
    breakTo: hasBreak ? (last?.from ?? '') : '',
  };
}

function hoursOf({ from, to, breakFrom, breakTo }: Times) {
  if (breakFrom === '' || breakTo === '') return [{ from, to }];
  return [
    { from, to: breakFrom },
    { from: breakTo, to },
  ];
}

function lanesOf(template: Template | undefined): Lane[] {
  return template?.lanes.map(({ lane, capacity }) => ({ key: lane, lane, capacity })) ?? [aLane('Straße 1')];
}

function aLane(lane: string): Lane {
  return { key: crypto.randomUUID(), lane, capacity: 1 };
}
