import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** What somebody said yes to. */
export function YesList({ yes }: { yes: NonNullable<ScreeningView['yes']> }) {
  const { language } = useFormats();
  return (
    <ul className="screening-yes">
      {yes.map(({ id, text, yes: means }) => (
        <li key={id} data-means={means}>
          {text[language]}
        </li>
      ))}
    </ul>
  );
}
