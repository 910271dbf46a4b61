import { useTranslation } from 'react-i18next';
import type { PersonBrief } from '../../../contracts/ipc/person-brief.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { PersonReactions } from './person-reactions.tsx';

/** The reactions of one person, above whatever screen somebody works at. */
export function ReactionsDialog({ person, onClose }: { person: PersonBrief; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('reactions.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <PersonLine person={person} />
      <PersonReactions personId={person.personId} />
    </Dialog>
  );
}
