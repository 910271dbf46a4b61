import './differences.css';
import { useTranslation } from 'react-i18next';
import type { Bilingual, Language } from '../../../domain/kernel/bilingual.ts';
import { colourWords } from '../../../domain/passes/colour-words.ts';
import { isColour } from '../../../domain/passes/contrast.ts';
import type { TemplateDifference } from '../../../domain/passes/template-differences.ts';
import { Table } from '../../../ui/table.tsx';
import { usePassImage } from '../../components/use-pass-image.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** What publishing changes, as people see it: words, samples of colours, images. */
export function Differences({ differences }: { differences: readonly TemplateDifference[] }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  if (differences.length === 0) return <p>{t('templates.dialog.nothing')}</p>;
  return (
    <Table className="templates-differences">
      <caption>{t('templates.dialog.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('templates.dialog.part')}</th>
          <th scope="col">{t('templates.dialog.before')}</th>
          <th scope="col">{t('templates.dialog.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.part.de}>
            <th scope="row">{difference.part[language]}</th>
            <td>
              <Side difference={difference} of="before" />
            </td>
            <td>
              <Side difference={difference} of="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Side({ difference, of }: { difference: TemplateDifference; of: 'before' | 'after' }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  switch (difference.shows) {
    case 'words':
      return wordsOf(difference[of], language) || t('templates.dialog.empty');
    case 'colour':
      return <Colour colour={difference[of]} />;
    case 'image':
      return <Image digest={difference[of]} name={difference.part[language]} />;
  }
}

function Colour({ colour }: { colour: string }) {
  const { language } = useFormats();
  if (!isColour(colour)) return colour;
  return (
    <>
      <span className="templates-sample" style={{ backgroundColor: colour }} aria-hidden="true" />
      {colourWords(colour)[language]}
    </>
  );
}

function Image({ digest, name }: { digest: string | undefined; name: string }) {
  const { t } = useTranslation();
  const source = usePassImage(digest);
  if (digest === undefined) return t('templates.dialog.empty');
  return source && <img src={source} alt={name} />;
}

/** Both languages where only the other one changed or they differ: nothing is published unseen. */
function wordsOf(text: Bilingual, language: Language): string {
  return text.de === text.en
    ? text[language]
    : `${text[language]} / ${text[language === 'de' ? 'en' : 'de']}`;
}
