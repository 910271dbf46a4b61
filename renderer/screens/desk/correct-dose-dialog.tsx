import { Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DoseWords } from '../../components/dose-words.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand } from '../../station-context.tsx';
import type { Desk } from './use-desk.ts';
import { useFreshCard } from './use-person-card.ts';

const sites = ['left-upper-arm', 'right-upper-arm', 'left-thigh', 'right-thigh'] as const;

type Dose = PersonCard['doses'][number];

/** What was entered wrongly about a dose: a new entry beside the old one, by four eyes. */
export function CorrectDoseDialog({
  person,
  dose,
  entry,
  desk,
  onClose,
}: {
  person: PersonCard['person'];
  dose: Dose;
  entry: NonNullable<Dose['entry']>;
  desk: Desk;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const showFresh = useFreshCard();
  const { send, isBusy } = useStationCommand('desk.correct-dose');
  const [requestId] = useState(() => crypto.randomUUID());
  const [lot, setLot] = useState(dose.lot);
  const [expiresOn, setExpiresOn] = useState<string>(entry.expiresOn ?? '');
  const [site, setSite] = useState(entry.site);
  const [givenOn, setGivenOn] = useState<string>(dose.givenOn);
  const [note, setNote] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const day = parsePlainDate(givenOn);
  const usableUntil = parsePlainDate(expiresOn);
  const isReady = isComplete(second) && isLot(lot.trim()) && day !== undefined && note.trim() !== '';
  const confirm = async () => {
    if (!day) return;
    const answer = await send({
      requestId,
      personId: dose.personId,
      doseId: dose.doseId,
      to: { lot, ...(usableUntil ? { expiresOn: usableUntil } : {}), site, givenOn: day },
      note,
      secondSignIn: second,
    });
    if (!answer.ok) {
      setSecond({ ...second, pin: '' });
      return say(answer);
    }
    showFresh(answer.value);
    onClose();
    desk.finish({ kind: 'corrected' });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('correctDose.title', { ordinal: dose.ordinal })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <PersonLine person={person} />
      <p>
        <DoseWords dose={dose} />
      </p>
      <p>{t('correctDose.text')}</p>
      <div className="desk-form">
        <TextInput
          label={t('dose.lot')}
          value={lot}
          maxLength={longestLot}
          autoComplete="off"
          error={!isLot(lot.trim()) && t('refusal.lot-invalid')}
          onChange={(event) => setLot(event.currentTarget.value)}
        />
        <DateInput
          language={language}
          today={today()}
          label={t('dose.expires')}
          value={expiresOn}
          onChange={setExpiresOn}
        />
        <DateInput
          language={language}
          today={today()}
          label={t('correctDose.givenOn')}
          value={givenOn}
          onChange={setGivenOn}
        />
        <Radio.Group
          className="desk-form-wide"
          label={t('dose.site')}
          value={site}
          onChange={(value) => setSite(sites.find((each) => each === value) ?? site)}
        >
          <div className="desk-sites">
            {sites.map((each) => (
              <Radio key={each} value={each} label={t(`site.${each}`)} />
            ))}
          </div>
        </Radio.Group>
      </div>
      <Textarea
        mt="md"
        required
        label={t('correctDose.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <SecondSignIn
        channel="desk.correct-dose"
        entry={second}
        onChange={setSecond}
        onEnter={isReady && !isBusy ? () => void confirm() : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t('correctDose.confirm')}
        isBusy={isBusy}
        isReady={isReady}
        testId="confirm-correction"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}
