import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the browser says of a field that is not right yet, in the screen's language and not the system's. */
export function useFieldWords(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const say = ({ target }: Event) => {
      if (!isField(target)) return;
      // What was said before counts as a fault of its own: without it the field tells what is really wrong.
      target.setCustomValidity(ownFault(target));
      const { valid, valueMissing, customError } = target.validity;
      if (!valid && !customError) target.setCustomValidity(t(valueMissing ? 'field.missing' : 'field.wrong'));
    };
    const forget = ({ target }: Event) => {
      if (isField(target)) target.setCustomValidity(ownFault(target));
    };
    window.addEventListener('invalid', say, { capture: true });
    window.addEventListener('input', forget, { capture: true });
    window.addEventListener('change', forget, { capture: true });
    return () => {
      window.removeEventListener('invalid', say, { capture: true });
      window.removeEventListener('input', forget, { capture: true });
      window.removeEventListener('change', forget, { capture: true });
    };
  }, [t]);
}

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

/** Of a field that reads what is typed itself (`ui/typed-input.tsx`). */
function ownFault(field: Field): string {
  return field.dataset.fault ?? '';
}
