import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { useUnsaved } from '../unsaved.tsx';

interface Props extends Omit<ComponentProps<'form'>, 'onSubmit' | 'ref'> {
  /** Answers whether all that stands in the form was saved. */
  save(): Promise<boolean>;
}

/** A form that stays on the screen once it was saved: what it holds then is not asked about any more. */
export function SavedForm({ save, ...props }: Props) {
  const { saved } = useUnsaved();
  const form = useRef<HTMLFormElement>(null);
  const [saves, setSaves] = useState(0);
  // Once the page shows what was saved: a password is emptied after it.
  useEffect(() => {
    if (saves > 0 && form.current) saved(form.current);
  }, [saves, saved]);
  const submit = async () => {
    if (await save()) setSaves((before) => before + 1);
  };
  return (
    <form
      {...props}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    />
  );
}
