import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../contracts/ipc/person-card.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** One dose in a line: number, day, product, its lot, and according to whom it was given elsewhere. */
export function DoseWords({ dose }: { dose: PersonCard['doses'][number] }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const { ordinal, givenOn, productName, lot, elsewhere, indication } = dose;
  const told = elsewhere?.told;
  const day = date(givenOn);
  const byWhom = (issuer: string) =>
    issuer === '' ? t('person.elsewhereUnnamed') : t('person.elsewhere', { issuer });
  const words = [
    t('person.dose', { ordinal }),
    elsewhere?.isDayKnown === false ? t('person.atTheLatest', { date: day }) : day,
    productName,
    lot === '' && elsewhere ? '' : t('person.lot', { lot }),
    told?.expiresOn ? t('person.expires', { date: date(told.expiresOn) }) : '',
    told?.site ? t(`site.${told.site}`) : '',
    told?.route ? t(`person.route.${told.route}`) : '',
    told?.amountMl === undefined ? '' : `${told.amountMl.toLocaleString(language)} ml`,
    elsewhere?.paper ? t('person.onPaper', { page: elsewhere.paper.page }) : '',
    elsewhere?.paper?.seenBy ? t('person.seenBy', { name: elsewhere.paper.seenBy }) : '',
    elsewhere && !elsewhere.paper ? byWhom(elsewhere.issuer) : '',
    indication && indication !== 'standard' ? t(`indication.${indication}`) : '',
  ];
  return <>{words.filter((word) => word !== '').join(' · ')}</>;
}

/** `2. Dosis`, with the vaccine where the centre gives several. */
export function DoseOf({
  plannedDose,
  vaccine,
}: {
  readonly plannedDose: number;
  readonly vaccine?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <>
      {t('person.dose', { ordinal: plannedDose })}
      {vaccine !== undefined && ` ${vaccine}`}
    </>
  );
}
