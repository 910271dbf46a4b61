import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile }: { onFile(file: File): void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the button does the same by keyboard
    <div
      className="import-drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('import.drop')}</p>
      <Button onClick={() => field.current?.click()}>{t('import.choose')}</Button>
      <input
        ref={field}
        type="file"
        data-entry="none"
        accept=".csv,.txt,.tsv,.json"
        className="station-visually-hidden"
        tabIndex={-1}
        aria-label={t('import.file')}
        data-testid="import-file"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
