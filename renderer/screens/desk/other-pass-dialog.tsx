import './decision-panel.css';
import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type Person = PersonCard['person'];

/** Two people at one desk: nobody goes on without saying which of them the dose is for. */
export function OtherPassDialog({
  open,
  scanned,
  onChange,
  onStay,
}: {
  open: Person;
  scanned: Person;
  onChange(): void;
  onStay(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = ({ givenName, familyName, birthDate }: Person) => ({
    name: `${givenName} ${familyName}`.trim(),
    date: formats.date(birthDate),
  });
  return (
    <Dialog opened onClose={onStay} withCloseButton={false} size="lg" title={t('dose.otherPassTitle')}>
      <div className="desk-decision" data-light="red" role="alert" data-testid="other-pass">
        <IconHandStop size={44} stroke={2} aria-hidden />
        <div>
          <h2>{t('light.red')}</h2>
          <p>{t('dose.otherPass', nameOf(scanned))}</p>
          <p>{t('dose.otherPassOpen', nameOf(open))}</p>
        </div>
      </div>
      <div className="desk-actions">
        <ChangeOver label={t('dose.changeOver', nameOf(scanned))} onChange={onChange} />
        <Button size="md" mt="md" onClick={onStay} data-autofocus data-testid="stay">
          {t('dose.stay', nameOf(open))}
          <KeyHint name="Esc" />
        </Button>
      </div>
    </Dialog>
  );
}

/** In the dialog, so that its key is the dialog's. */
function ChangeOver({ label, onChange }: { label: string; onChange(): void }) {
  useShortcut('F8', onChange);
  return (
    <Button size="md" mt="md" variant="outline" onClick={onChange} data-testid="change-over">
      {label}
      <KeyHint name="F8" />
    </Button>
  );
}
