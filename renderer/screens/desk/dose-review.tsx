import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { isGraveObjection } from '../../../domain/stock/vial-objection.ts';
import { isGrave } from '../../../domain/vaccination/grave-warnings.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { DoseFacts } from './dose-facts.tsx';
import { DoseWarnings, VialObjections, warningsOf } from './dose-warnings.tsx';
import type { DoseEntry } from './draft-dose.tsx';
import { GraveDoseDialog } from './grave-dose-dialog.tsx';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Desk } from './use-desk.ts';

/** Nobody reads the review in less: a key that comes sooner, or is still held, was meant for the form before it. */
const READ_MS = 300;

/**
 * The one confirmation: person, dose, lot, place and all there is against it, read together before anything is stored.
 * Mounted when it opens: what is confirmed is what was to be read then.
 */
export function DoseReview({
  card,
  entry,
  unknownVial,
  desk,
  actions,
  onClose,
}: {
  card: PersonCard;
  entry: DoseEntry;
  /** What is said about a code of a vial that nobody knows. */
  unknownVial: string | undefined;
  desk: Desk;
  actions: ArrivalActions;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { today } = useFormats();
  const [warnings] = useState(() => warningsOf(card, entry, today()));
  const [shownAt] = useState(() => performance.now());
  const overrides = warnings.filter((warning) => !isGrave(warning));
  const isObjected = entry.vial?.objections?.some(isGraveObjection) ?? false;
  if (isObjected || overrides.length < warnings.length)
    return (
      <GraveDoseDialog
        card={card}
        entry={entry}
        warnings={warnings}
        unknownVial={unknownVial}
        actions={actions}
        desk={desk}
        onClose={onClose}
      />
    );
  const confirm = () => {
    onClose();
    void actions.recordDose({ entry, overrides });
  };
  const passOverUnread = (event: KeyboardEvent) => {
    const isUnread = event.repeat || performance.now() - shownAt < READ_MS;
    if (isUnread && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  };
  return (
    <Dialog opened onClose={onClose} title={t('dose.confirmTitle')} size="lg" withCloseButton={false}>
      <DoseWarnings warnings={warnings} card={card} />
      <VialObjections entry={entry} unknownVial={unknownVial} />
      <DoseFacts card={card} entry={entry} />
      <div className="desk-actions">
        <Button variant="default" size="md" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="md"
          onClick={confirm}
          onKeyDown={passOverUnread}
          data-autofocus
          data-testid="confirm-dose"
        >
          {t(warnings.length > 0 || unknownVial !== undefined ? 'dose.confirmAnyway' : 'dose.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
