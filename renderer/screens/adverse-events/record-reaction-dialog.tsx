import { Checkbox, Radio, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReactedDose } from '../../../contracts/ipc/adverse-events-contract.ts';
import type { PersonBrief } from '../../../contracts/ipc/person-brief.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import {
  type ReactionCourse,
  type ReactionKind,
  reactionCourses,
  reactionKinds,
} from '../../../domain/vaccination/adverse-events.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { TimeInput } from '../../../ui/time-input.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

/** What is usual after a vaccination; everything else is to be reported unless somebody decides otherwise. */
const usualKinds: readonly ReactionKind[] = ['local', 'fever'];

/** A reaction to a dose: filled with the last one and the present time, so that little is left to enter. */
export function RecordReactionDialog({
  person,
  doses,
  now,
  onClose,
}: {
  person: PersonBrief;
  doses: readonly ReactedDose[];
  now: Instant;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { send } = useStationCommand('adverse-events.record');
  const [doseId, setDoseId] = useState(doses[0]?.doseId);
  const [kinds, setKinds] = useState<readonly ReactionKind[]>([]);
  const [day, setDay] = useState<string>(formats.dayOf(now));
  const [clock, setClock] = useState(formats.clock(now));
  const [course, setCourse] = useState<ReactionCourse>('recovering');
  const [description, setDescription] = useState('');
  const [measures, setMeasures] = useState('');
  const [decided, setDecided] = useState<boolean>();
  const isReportable = decided ?? kinds.some((kind) => !usualKinds.includes(kind));
  const beganAt = formats.instantOf(day, clock);
  const needsWords = kinds.includes('other') && description.trim() === '';
  return (
    <CommandDialog
      title={t('reactions.recordTitle')}
      size="xl"
      asksBeforeLoss
      submitLabel={t('reactions.save')}
      submitTestId="confirm-reaction"
      isReady={kinds.length > 0 && !needsWords && beganAt !== undefined && doseId !== undefined}
      send={async (requestId) =>
        beganAt && doseId
          ? send({
              requestId,
              personId: person.personId,
              doseId,
              isReportable,
              reaction: { kinds: [...kinds], beganAt, course, description, measures },
            })
          : undefined
      }
      onClose={onClose}
    >
      <PersonLine person={person} />
      <Select
        label={t('reactions.dose')}
        data={doses.map((dose) => ({
          value: dose.doseId,
          label: [
            t('person.dose', { ordinal: dose.ordinal }),
            formats.date(dose.givenOn),
            dose.productName,
            t('person.lot', { lot: dose.lot }),
            ...(dose.isVoided ? [t('person.voided')] : []),
          ].join(' · '),
        }))}
        value={doseId ?? null}
        allowDeselect={false}
        onChange={(value) => setDoseId(doses.find((dose) => dose.doseId === value)?.doseId)}
      />
      <Checkbox.Group
        label={t('reactions.kind')}
        value={[...kinds]}
        onChange={(values) => setKinds(reactionKinds.filter((kind) => values.includes(kind)))}
      >
        <div className="reactions-choice">
          {reactionKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`reactions.kinds.${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="reactions-began">
        <DateInput
          language={formats.language}
          today={formats.today()}
          label={t('reactions.beganOn')}
          isPast
          value={day}
          onChange={setDay}
        />
        <TimeInput
          language={formats.language}
          label={t('reactions.beganAt')}
          value={clock}
          onChange={setClock}
        />
      </div>
      <Radio.Group
        label={t('reactions.course')}
        value={course}
        onChange={(value) => setCourse(reactionCourses.find((each) => each === value) ?? course)}
      >
        <div className="reactions-choice">
          {reactionCourses.map((each) => (
            <Radio key={each} value={each} label={t(`reactions.courses.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('reactions.description')}
        description={needsWords && t('reactions.descriptionNeeded')}
        value={description}
        maxLength={2000}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Textarea
        label={t('reactions.measures')}
        value={measures}
        maxLength={2000}
        onChange={(event) => setMeasures(event.currentTarget.value)}
      />
      <Checkbox
        label={t('reactions.isReportable')}
        description={t('reactions.isReportableText')}
        checked={isReportable}
        onChange={(event) => setDecided(event.currentTarget.checked)}
        data-testid="is-reportable"
      />
    </CommandDialog>
  );
}
