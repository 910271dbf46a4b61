import { Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { DoseWords } from '../../components/dose-words.tsx';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
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
  const { send } = useStationCommand('desk.correct-dose');
  const [lot, setLot] = useState(dose.lot);
  const [expiresOn, setExpiresOn] = useState<string>(entry.expiresOn ?? '');
  const [site, setSite] = useState(entry.site);
  const [givenOn, setGivenOn] = useState<string>(dose.givenOn);
  const [note, setNote] = useState('');
  const day = parsePlainDate(givenOn);
  const usableUntil = parsePlainDate(expiresOn);
  const isReady = isLot(lot.trim()) && day !== undefined && note.trim() !== '';
  return (
    <FourEyesDialog
      channel="desk.correct-dose"
      title={t('correctDose.title', { ordinal: dose.ordinal })}
      label={t('correctDose.confirm')}
      testId="confirm-correction"
      isReady={isReady}
      send={async (agreed) =>
        day &&
        send({
          ...agreed,
          personId: dose.personId,
          doseId: dose.doseId,
          to: { lot, ...(usableUntil ? { expiresOn: usableUntil } : {}), site, givenOn: day },
          note,
        })
      }
      onDone={({ value }) => {
        showFresh(value);
        onClose();
        desk.finish({ kind: 'corrected' });
      }}
      onClose={onClose}
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
    </FourEyesDialog>
  );
}
