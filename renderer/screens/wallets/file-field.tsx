import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Chooses files in the words of the screen: a browser's own button speaks the language of the computer. */
export function FileField(props: {
  inputRef: RefObject<HTMLInputElement | null>;
  label: string;
  accept: string;
  isMultiple?: boolean;
  hint?: string;
  testId: string;
}) {
  const { t } = useTranslation();
  const [names, setNames] = useState('');
  return (
    <label className="wallets-file">
      {props.label}
      <input
        ref={props.inputRef}
        className="station-visually-hidden"
        type="file"
        multiple={props.isMultiple ?? false}
        accept={props.accept}
        onChange={({ currentTarget }) =>
          setNames([...(currentTarget.files ?? [])].map(({ name }) => name).join(', '))
        }
        data-testid={props.testId}
      />
      <span className="wallets-file-button">{t('wallets.chooseFile')}</span>
      <span className="wallets-file-names">{names === '' ? (props.hint ?? t('wallets.noFile')) : names}</span>
    </label>
  );
}
