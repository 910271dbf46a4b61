import './grave-step-actions.css';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Why it was refused, if it was. */
  readonly sentence: string | undefined;
  readonly label: string;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  /** Nearly always: what can simply be taken back is not. */
  readonly isDangerous?: boolean;
  readonly testId: string;
  /** The opposite answer, where the same two people may give it. */
  readonly otherwise?: {
    readonly label: string;
    readonly testId: string;
    /** What the step itself needs may be more. */
    readonly isReady: boolean;
    onConfirm(): void;
  };
  onConfirm(): void;
  onClose(): void;
}

/** The end of a dialog for what two people have to agree on: the refusal in words, the way back, and the step itself. */
export function GraveStepActions({
  sentence,
  label,
  isBusy,
  isReady,
  isDangerous = true,
  testId,
  otherwise,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation();
  return (
    <div className="grave-step">
      {sentence && (
        <p className="second-sign-in-refused" role="alert">
          {sentence}
        </p>
      )}
      <div className="grave-step-actions">
        <Button variant="default" size="md" onClick={onClose}>
          {t('cancel')}
        </Button>
        {otherwise && (
          <Button
            variant="outline"
            size="md"
            disabled={!otherwise.isReady || isBusy}
            onClick={otherwise.onConfirm}
            data-testid={otherwise.testId}
          >
            {otherwise.label}
          </Button>
        )}
        <Button
          {...(isDangerous ? { color: 'red.9' } : {})}
          size="md"
          loading={isBusy}
          disabled={!isReady}
          onClick={onConfirm}
          data-testid={testId}
        >
          {label}
        </Button>
      </div>
    </div>
  );
}
