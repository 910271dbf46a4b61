import { Button } from '@mantine/core';
import { IconCalendar, IconFiles, IconFileTypePdf, IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { DeskFile } from '../../../contracts/ipc/handover-contract.ts';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { firstPress } from '../../../ui/first-press.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation, useStationStatus } from '../../station-context.tsx';

type Ways = ChannelOutput<'handover.ways'>;

/** What is true of a mail once it is in the outbox. */
const saidOfMail = {
  ready: 'handover.emailSent',
  failing: 'handover.emailFailing',
  'not-set-up': 'handover.emailOff',
  'no-address': 'handover.emailNone',
} as const;

/** Everything but the phone: mail, paper, a file; and how the pass was handed over last. */
export function HandOverWays({
  person,
  alsoFor,
  ways,
}: {
  person: PersonCard['person'];
  alsoFor: readonly string[];
  ways: Ways;
}) {
  const { t } = useTranslation();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const [said, setSaid] = useState<string>();
  const [mailRequest] = useState(() => crypto.randomUUID());
  const [isMailed, setMailed] = useState(false);
  const { personId } = person;
  const { language } = ways;
  const fail = (answer: Extract<Answer, { ok: false }>) => setSaid(sentenceOf(answer));
  const note = (way: 'paper' | 'pdf') =>
    void station.ask('handover.note', { requestId: crypto.randomUUID(), personId, way });

  const mail = async () => {
    const answer = await station.ask('handover.send-email', {
      requestId: mailRequest,
      personId,
      alsoFor: [...alsoFor],
    });
    if (!answer.ok) return fail(answer);
    setMailed(true);
    setSaid(t(saidOfMail[ways.mail]));
  };
  const keep = (file: DeskFile) => {
    saveFile(file);
    setSaid(t('handover.saved', { name: file.fileName }));
  };
  const pdf = async () => {
    const answer = await station.ask('handover.pdf', { personId, language });
    if (!answer.ok) return fail(answer);
    keep(answer.value);
    note('pdf');
  };
  const calendar = async () => {
    const answer = await station.ask('handover.calendar', { personId, language });
    if (!answer.ok) return fail(answer);
    keep(answer.value);
  };
  const bundle = async () => {
    const answer = await station.ask('passes.bundle', { personIds: [personId, ...alsoFor] });
    if (!answer.ok) return fail(answer);
    keep(answer.value);
  };
  const print = () => {
    window.print();
    note('paper');
  };
  return (
    <section className="hand-over-ways">
      <Button
        size="md"
        variant="default"
        disabled={ways.mail === 'no-address' || ways.page === 'to-come' || isMailed}
        leftSection={<IconMail size={20} aria-hidden />}
        onClick={() => void mail()}
        data-autofocus
        data-testid="hand-over-email"
      >
        {t('handover.email')}
      </Button>
      <p className="station-dim">
        {ways.email ? t('handover.emailTo', { email: ways.email }) : t('handover.emailNone')}
      </p>
      {alsoFor.length > 0 && ways.page === 'station' && (
        <>
          <Button
            size="md"
            variant="default"
            leftSection={<IconFiles size={20} aria-hidden />}
            onClick={firstPress(() => void bundle())}
            data-testid="hand-over-bundle"
          >
            {t('handover.familyFile')}
          </Button>
          <p className="station-dim">{t('handover.familyFileText', { count: alsoFor.length + 1 })}</p>
        </>
      )}
      <Button
        size="md"
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={print}
        data-autofocus
        data-testid="hand-over-print"
      >
        {t('handover.print')}
      </Button>
      <p className="station-dim">{t('handover.printText')}</p>
      <Button
        size="md"
        variant="default"
        leftSection={<IconFileTypePdf size={20} aria-hidden />}
        onClick={firstPress(() => void pdf())}
        data-testid="hand-over-pdf"
      >
        {t('handover.pdf')}
      </Button>
      <p className="station-dim">{t('handover.pdfText')}</p>
      <Button
        size="md"
        variant="default"
        leftSection={<IconCalendar size={20} aria-hidden />}
        onClick={firstPress(() => void calendar())}
      >
        {t('handover.calendar')}
      </Button>
      <p role="status" data-testid="hand-over-said">
        {said}
      </p>
      <LastHandOver ways={ways} />
    </section>
  );
}

function LastHandOver({ ways: { lastHandedOver } }: { ways: Ways }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  if (!lastHandedOver) return null;
  const { at, way } = lastHandedOver;
  const key = `handover.way.${way}`;
  return (
    <p className="station-dim" data-testid="last-hand-over">
      {t('handover.last', {
        date: formats.date(plainDateAt(at, zone)),
        clock: formats.clock(at),
        way: i18n.exists(key) ? i18n.t(key as 'handover.way.email') : way,
      })}
    </p>
  );
}
