import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Bilingual, Language } from '../domain/kernel/bilingual.ts';
import { type NumberRange, readNumber } from '../domain/kernel/read-number.ts';

interface Props extends NumberRange, Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max'> {
  readonly language: Language;
  readonly value: number | string;
  /** Told what was typed; the empty text for what is no number of this range. Whoever keeps the last number may ignore that. */
  onChange(value: number | ''): void;
  /** Told whether what stands there is no such number, for whom nothing typed is an answer too. */
  onFault?(isFaulty: boolean): void;
}

/**
 * A number as it was typed. What is none, or lies outside of its range, is said and never made another one: a count that
 * slipped must not be saved as the nearest number that fits.
 */
export function NumberInput({
  language,
  value,
  min,
  max,
  decimals,
  onChange,
  onFault,
  error,
  ...props
}: Props) {
  const range = { min, max, ...(decimals === undefined ? {} : { decimals }) };
  const [typed, setTyped] = useState<{ text: string; told: number | ''; before: number | string }>();
  const input = useRef<HTMLInputElement>(null);
  // What was typed stays as it was typed; only what comes from elsewhere is written anew.
  const isTyped = typed && (value === typed.told || (typed.told === '' && value === typed.before));
  const text = isTyped ? typed.text : written(value, language);
  const fault =
    text.trim() !== '' && readNumber(text, range) === undefined ? sentence(range, language) : undefined;
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    element.setCustomValidity(fault ?? '');
    if (fault) element.dataset.fault = fault;
    else delete element.dataset.fault;
  }, [fault]);
  return (
    <TextInput
      autoComplete="off"
      inputMode={decimals ? 'decimal' : 'numeric'}
      {...props}
      ref={input}
      value={text}
      maxLength={12}
      error={fault ?? error}
      onChange={({ currentTarget }) => {
        const told = readNumber(currentTarget.value, range) ?? '';
        setTyped({ text: currentTarget.value, told, before: value });
        onChange(told);
        onFault?.(told === '' && currentTarget.value.trim() !== '');
      }}
    />
  );
}

function written(value: number | string, language: Language): string {
  const text = String(value);
  return language === 'de' ? text.replace('.', ',') : text;
}

function sentence({ min, max, decimals = 0 }: NumberRange, language: Language): string {
  const words: Bilingual = {
    de: `Bitte eine ${decimals > 0 ? 'Zahl' : 'ganze Zahl'} von ${written(min, 'de')} bis ${written(max, 'de')} eingeben.`,
    en: `Please enter a ${decimals > 0 ? 'number' : 'whole number'} from ${min} to ${max}.`,
  };
  return words[language];
}
