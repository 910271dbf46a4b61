import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FourEyesStep, type FourEyesStepProps } from './four-eyes-step.tsx';

/** A dialog for one change that two people have to agree on: what it is about, then who agrees. */
export function FourEyesDialog<Given extends Answer>({
  title,
  size = 'lg',
  children,
  ...step
}: FourEyesStepProps<Given> & {
  readonly title: string;
  readonly size?: 'lg' | 'xl';
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened
      onClose={step.onClose}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
      <FourEyesStep {...step} />
    </Dialog>
  );
}
