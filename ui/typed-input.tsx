import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';

/** What a text means. `value` is empty where it means nothing; `fault` says why, `said` what it means, in words. */
export interface Reading {
  readonly value: string;
  /** Nothing more can follow: it counts while it is typed, and not only once the field is left. */
  readonly isWhole: boolean;
  readonly fault?: string;
  readonly said?: string;
}

export interface TypedInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'step'> {
  readonly value: string;
  /** Told what was typed once it is whole or the field is left; the empty text for what means nothing. */
  onChange(value: string): void;
  /** Told whether what stands there means nothing, where no form around it can ask the field. */
  onFault?(isFaulty: boolean): void;
}

/** A field that is typed as people write and means one value. What it was understood as stands below it. */
export function TypedInput({
  value,
  onChange,
  read,
  write,
  step,
  hint,
  description,
  error,
  onFault,
  ...props
}: TypedInputProps & {
  read(text: string): Reading;
  write(value: string): string;
  /** The value after a key, for keys that step through values. */
  step?(value: string, key: string): string | undefined;
  readonly hint: string;
}) {
  const [text, setText] = useState(() => write(value));
  const [isLeft, setLeft] = useState(true);
  const [seen, setSeen] = useState(value);
  const [told, setTold] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  if (seen !== value) {
    setSeen(value);
    // What was typed stays as it was typed; only what comes from elsewhere is written anew.
    if (value !== told) {
      setTold(value);
      setText(write(value));
    }
  }
  const reading = read(text);
  const { fault } = reading;
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    element.setCustomValidity(fault ?? '');
    if (fault) element.dataset.fault = fault;
    else delete element.dataset.fault;
  }, [fault]);
  const isFaulty = fault !== undefined;
  const tellFault = useEffectEvent((faulty: boolean) => onFault?.(faulty));
  useEffect(() => tellFault(isFaulty), [isFaulty]);
  const tell = (next: string) => {
    if (next === told) return;
    setTold(next);
    onChange(next);
  };
  const type = (next: string) => {
    setText(next);
    setLeft(false);
    const now = read(next);
    tell(now.isWhole ? now.value : '');
  };
  const leave = () => {
    setLeft(true);
    if (isLeft) return;
    if (reading.value !== '') setText(write(reading.value));
    tell(reading.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') leave();
    const next = props.readOnly ? undefined : step?.(reading.value, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setText(write(next));
    tell(next);
  };
  const faultShown = isLeft ? fault : undefined;
  return (
    <TextInput
      autoComplete="off"
      spellCheck={false}
      {...props}
      ref={input}
      value={text}
      maxLength={30}
      error={faultShown ?? error}
      description={
        <span aria-live="polite">
          {description ? <>{description} </> : null}
          {reading.said ?? hint}
        </span>
      }
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={leave}
    />
  );
}
