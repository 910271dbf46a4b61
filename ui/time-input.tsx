import type { Bilingual, Language } from '../domain/kernel/bilingual.ts';
import { readClock } from '../domain/kernel/read-clock.ts';
import { type Reading, TypedInput, type TypedInputProps } from './typed-input.tsx';

const hint: Bilingual = { de: 'Zum Beispiel 8:30 oder 830', en: 'For example 8:30 or 830' };
const unreadable: Bilingual = {
  de: 'Das ist keine Uhrzeit. Bitte zum Beispiel 8:30 eingeben.',
  en: 'This is no time. Please enter for example 8:30.',
};

/** A time of day, typed as people write it: `8`, `830`, `8:30`, `8 Uhr`. `value` is `HH:MM`, or empty. */
export function TimeInput({ language, ...props }: TypedInputProps & { readonly language: Language }) {
  const read = (text: string): Reading => {
    if (text.trim() === '') return { value: '', isWhole: true };
    const clock = readClock(text);
    if (clock) return { value: clock, isWhole: clock === text.trim(), said: clock };
    return { value: '', isWhole: false, fault: unreadable[language] };
  };
  return <TypedInput {...props} read={read} write={(value) => value} hint={hint[language]} />;
}
