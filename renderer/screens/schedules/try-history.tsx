import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownSchedule, TriedHistory } from '../../../contracts/ipc/schedules-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Sex } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { EvaluatedHistory } from './evaluated-history.tsx';
import { type TypedDose, TypedDoses } from './typed-doses.tsx';

const sexes = ['unknown', 'female', 'male'] as const satisfies readonly Sex[];

interface Typed {
  readonly bornOn: string;
  readonly sex: Sex;
  readonly observations: readonly string[];
  readonly doses: readonly TypedDose[];
}

/** A history that somebody types, and what the schedule says of it. */
export function TryHistory({ schedule }: { schedule: ShownSchedule }) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const [typed, setTyped] = useState<Typed>({ bornOn: '', sex: 'unknown', observations: [], doses: [] });
  const { fault, result, evaluate, forget, isBusy } = useEvaluation(schedule.book);
  const change = (more: Partial<Typed>) => {
    setTyped({ ...typed, ...more });
    forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void evaluate(typed);
  };
  return (
    <Card title={t('schedules.try.title')} testId="try-history">
      <p className="station-dim">{t('schedules.try.about')}</p>
      <form className="schedules-form" onSubmit={submit} noValidate>
        <div className="schedules-row">
          <DateInput
            language={language}
            today={today()}
            label={t('schedules.try.born')}
            isPast
            value={typed.bornOn}
            onChange={(bornOn) => change({ bornOn })}
            data-testid="try-born"
          />
          <NativeSelect
            label={t('schedules.try.sex')}
            value={typed.sex}
            data={sexes.map((sex) => ({ value: sex, label: t(`schedules.try.sexes.${sex}`) }))}
            onChange={({ currentTarget }) =>
              change({ sex: sexes.find((sex) => sex === currentTarget.value) ?? 'unknown' })
            }
            data-testid="try-sex"
          />
        </div>
        {schedule.observations.length > 0 && (
          <Checkbox.Group
            label={t('schedules.try.observations')}
            value={[...typed.observations]}
            onChange={(observations) => change({ observations })}
          >
            {schedule.observations.map(({ code, title }) => (
              <Checkbox key={code} value={code} label={title} mt={8} />
            ))}
          </Checkbox.Group>
        )}
        <TypedDoses
          doses={typed.doses}
          products={schedule.products}
          onChange={(doses) => change({ doses })}
        />
        {fault && (
          <Said tone="fault" testId="try-fault">
            {fault}
          </Said>
        )}
        <Button type="submit" loading={isBusy} data-testid="try-evaluate">
          {t('schedules.try.button')}
        </Button>
      </form>
      {result && <EvaluatedHistory result={result} doses={typed.doses} />}
    </Card>
  );
}

/** Asks the station, and holds what it said until something is typed. */
function useEvaluation(book: string) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('schedules.try');
  const [fault, setFault] = useState<string>();
  const [result, setResult] = useState<TriedHistory>();
  const forget = () => {
    setFault(undefined);
    setResult(undefined);
  };
  const evaluate = async ({ bornOn, sex, observations, doses }: Typed) => {
    forget();
    const missing = doses.findIndex(({ on }) => parsePlainDate(on) === undefined);
    if (parsePlainDate(bornOn) === undefined) return setFault(t('schedules.try.bornMissing'));
    if (missing >= 0) return setFault(t('schedules.try.dateMissing', { number: missing + 1 }));
    const given = doses.map(({ on, product }) => ({ on, product }));
    const answer = await send({ book, bornOn, sex, observations: [...observations], doses: given });
    if (!answer.ok) return setFault(sentenceOf(answer));
    if (answer.value.kind === 'fault') return setFault(answer.value.sentence[language]);
    setResult(answer.value);
  };
  return { fault, result, evaluate, forget, isBusy };
}
