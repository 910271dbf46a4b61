import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LikelyDuplicate } from '../../../contracts/ipc/people-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { listName } from '../../components/list-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** Somebody is in the register who can hardly be another person: asked once in words, their record first. */
export function KnownPersonDialog({
  known,
  onOpen,
  onRegister,
  onClose,
}: {
  known: readonly LikelyDuplicate[];
  onOpen(personId: string): void;
  onRegister(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('people.knownTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div data-testid="known-person">
        {known.map((hit, index) => (
          <section key={hit.personId} className="people-known">
            <p>
              <strong>
                <bdi>{listName(hit)}</bdi>
              </strong>
              {`, ${t('people.knownAlready', { date: date(hit.birthDate), doses: t('people.knownDoses', { count: hit.doseCount ?? 0 }) })}`}
            </p>
            <p className="station-dim">{hit.reason?.[language]}</p>
            <Button
              variant={index === 0 ? 'filled' : 'default'}
              data-autofocus={index === 0 || undefined}
              onClick={() => onOpen(hit.personId)}
            >
              {t('people.knownOpen')}
            </Button>
          </section>
        ))}
        <p>{t('people.knownQuestion')}</p>
        <div className="people-actions">
          <Button variant="default" onClick={onClose}>
            {t('people.knownBack')}
          </Button>
          <Button variant="outline" color="red" onClick={onRegister} data-testid="register-another">
            {t('people.knownRegister')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
