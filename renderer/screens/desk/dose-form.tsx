import './dose-form.css';
import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Indication } from '../../../domain/vaccination/indication.ts';
import { injectionSites } from '../../../domain/vaccination/injection.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { ConsentStep } from '../consent/consent-step.tsx';
import { IdentityStep } from '../identity/identity-step.tsx';
import { ScreeningStep } from '../screening/screening-step.tsx';
import { DoseReview } from './dose-review.tsx';
import { isExpired } from './dose-warnings.tsx';
import type { DoseEntry } from './draft-dose.tsx';
import { givenInSeries } from './given-in-series.ts';
import { IndicationChoice } from './indication-choice.tsx';
import { ObservationChoice } from './observation-choice.tsx';
import { PersonHead } from './person-panel.tsx';
import { SecondRecordNote } from './second-record-note.tsx';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Desk } from './use-desk.ts';
import { useVialOfDose } from './use-vial-of-dose.ts';
import { VialLine } from './vial-line.tsx';

type OtherVial = { readonly code: string; readonly product: string };
const noVials: readonly OtherVial[] = [];
const dosesChanged = { ok: false, refusal: { reason: 'doses-changed' } } as const;

/** Who it is, what they answered where the centre asks, how they consent, and then the dose itself. */
export function DoseForm(props: DoseFormProps) {
  return (
    <IdentityStep card={props.card} onLeave={props.desk.leaveDose}>
      <ScreeningStep card={props.card} onLeave={props.desk.leaveDose}>
        <ConsentStep card={props.card} onLeave={props.desk.leaveDose}>
          {(consent) => <EntryWithLot {...props} consent={consent} />}
        </ConsentStep>
      </ScreeningStep>
    </IdentityStep>
  );
}

interface DoseFormProps {
  readonly card: PersonCard;
  readonly desk: Desk;
  readonly actions: ArrivalActions;
}

/** What was injected, from what lot and where; saved after one look at everything together. */
function EntryWithLot({ consent, ...props }: DoseFormProps & { consent: 'oral' | undefined }) {
  const { card, desk } = props;
  // Of whom the form was opened for: another vaccine in question closes it (`doses-changed`), it never changes here.
  const [{ productId }] = useState(card.product);
  const { data } = useStationQuery('desk.last-lot', { productId }, ['desk']);
  if (!data) return <section className="desk-card" />;
  const { knownVials, otherVials, ...lastLot } = data.ok
    ? data.value
    : { knownVials: [], otherVials: undefined };
  const last = desk.state.resumed?.entry ?? lastLot;
  return (
    <Entry
      {...props}
      consent={consent}
      last={last}
      knownVials={knownVials}
      otherVials={otherVials ?? noVials}
    />
  );
}

function Entry({
  card,
  desk,
  actions,
  consent,
  last,
  knownVials,
  otherVials,
}: DoseFormProps & {
  /** Said with the dose. */
  consent: 'oral' | undefined;
  last: Partial<DoseEntry>;
  knownVials: readonly string[];
  otherVials: readonly OtherVial[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [lot, setLot] = useState(last.lot ?? '');
  const [expiresOn, setExpiresOn] = useState(last.expiresOn ?? '');
  const [site, setSite] = useState<DoseEntry['site']>(last.site ?? 'left-upper-arm');
  const [productCode, setProductCode] = useState(last.productCode);
  const [scanned, setScanned] = useState(desk.state.resumed?.scanned);
  const { observationMinutes: usual } = card.product;
  const [observed, setObserved] = useState(last.observationMinutes ?? usual);
  const [indication, setIndication] = useState<Indication>(last.indication ?? 'standard');
  const [isReviewing, setReviewing] = useState(false);
  // What is confirmed is what stood here when the form opened; it never changes under somebody's eyes.
  const [ordinal] = useState(() => last.ordinal ?? nextOrdinal(card));
  const { vial, resumed } = desk.state;
  const { personId } = card.person;
  // Once it was sent, the service says what became of it: it may be this dose that is new.
  const isChanged = nextOrdinal(card) !== ordinal && !resumed && !actions.intent.dose;
  const otherVial =
    typeof vial === 'object' ? otherVials.find(({ code }) => code === vial.productCode) : undefined;
  const { outdated } = desk;
  useEffect(() => {
    if (isChanged) void outdated(personId, dosesChanged);
  }, [isChanged, outdated, personId]);
  useLayoutEffect(() => {
    if (!vial || vial === 'own-pass') return;
    if (vial === 'not-a-vial' || otherVials.some(({ code }) => code === vial.productCode)) {
      // Whoever scanned something meant another vial: the lot of the last one must not be saved for it.
      setLot('');
      setExpiresOn('');
      setProductCode(undefined);
      setScanned(undefined);
      setReviewing(false);
      return;
    }
    if (vial.lot) setLot(vial.lot);
    setExpiresOn(vial.expiresOn ?? '');
    setProductCode(vial.productCode);
    setScanned(vial);
  }, [vial, otherVials]);
  const { productId } = card.product;
  // What the vial's own code says is not to be cleared or changed.
  const printed = scanned?.lot === lot.trim() ? scanned.expiresOn : undefined;
  const told = parsePlainDate(printed ?? expiresOn);
  const given = { lot: lot.trim(), ...(told ? { expiresOn: told } : {}) };
  const source = useVialOfDose({ productId, ...given }, scanned);
  const { found } = source;
  // What is printed may be shorter than what was extended since, or longer than what came in.
  const usableUntil = found ? found.expiresOn : told;
  const entry: DoseEntry = {
    ordinal,
    productId,
    site,
    indication,
    ...(consent ? { consent } : {}),
    ...(observed === usual ? {} : { observationMinutes: observed }),
    ...given,
    ...(usableUntil ? { expiresOn: usableUntil } : {}),
    ...(productCode ? { productCode } : {}),
    ...(source.vial ? { vial: source.vial } : {}),
  };
  const unknownVial =
    productCode && !knownVials.includes(productCode)
      ? t('dose.unknownVial', { code: productCode, product: card.product.name })
      : undefined;
  const { noteEntry } = desk;
  useLayoutEffect(() => noteEntry(entry, scanned));
  const review = (event: FormEvent) => {
    event.preventDefault();
    desk.forgetScan();
    setReviewing(true);
  };
  return (
    <section className="desk-card" data-testid="dose-form">
      <PersonHead card={card} />
      <h3 className="desk-dose-title" data-testid="dose-product">
        {t('person.dose', { ordinal })} {card.product.name}
      </h3>
      <SecondRecordNote card={card} />
      <AgeWarning card={card} />
      {unknownVial !== undefined && (
        <p className="desk-refusal" role="alert" data-testid="unknown-vial">
          <span>{unknownVial}</span>
        </p>
      )}
      {otherVial ? (
        <p className="desk-refusal" role="alert" data-testid="other-vial">
          <span>{t('dose.otherVial', { found: otherVial.product, product: card.product.name })}</span>
        </p>
      ) : vial === 'not-a-vial' ? (
        <p className="desk-refusal" role="alert" data-testid="vial">
          <span>{t('dose.notAVial')}</span>
        </p>
      ) : (
        <p className="station-dim" role="status" data-testid="vial">
          {t(vial === undefined ? 'dose.scanVial' : vial === 'own-pass' ? 'dose.ownPass' : 'dose.vialRead')}
        </p>
      )}
      {usableUntil && isExpired(usableUntil, formats.today()) && (
        <p className="desk-refusal desk-stop" role="alert" data-testid="expired">
          <span>{t('dose.expired', { date: formats.date(usableUntil) })}</span>
        </p>
      )}
      {found && <VialLine found={found} onChoose={source.choose} />}
      <form className="desk-form" data-entry="none" onSubmit={review} onInput={desk.forgetScan}>
        <TextInput
          label={t('dose.lot')}
          value={lot}
          onChange={(event) => {
            setLot(event.currentTarget.value);
            setProductCode(undefined);
          }}
          maxLength={longestLot}
          error={lot.trim() !== '' && !isLot(lot.trim()) && t('refusal.lot-invalid')}
          required
          data-autofocus
          ref={focusOnce}
          autoComplete="off"
        />
        <DateInput
          language={formats.language}
          today={formats.today()}
          label={t('dose.expires')}
          isExpiry
          value={told ?? expiresOn}
          readOnly={printed !== undefined}
          description={
            found?.isExtended && usableUntil
              ? t('vial.extended', { date: formats.date(usableUntil) })
              : printed && t('dose.printed')
          }
          error={isExpired(usableUntil, formats.today())}
          onChange={setExpiresOn}
        />
        <Radio.Group
          className="desk-form-wide"
          label={t('dose.site')}
          value={site}
          onChange={(value) => setSite(value as DoseEntry['site'])}
        >
          <div className="desk-sites">
            {injectionSites.map((each) => (
              <Radio key={each} value={each} label={t(`site.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        <ObservationChoice usual={usual} minutes={observed} onChange={setObserved} />
        <IndicationChoice indication={indication} onChange={setIndication} />
        <div className="desk-actions desk-form-wide">
          <Button variant="default" size="md" onClick={desk.leaveDose}>
            {t('cancel')}
          </Button>
          <Button type="submit" size="md" disabled={!isLot(lot.trim()) || found?.kind === 'choose'}>
            {t('dose.review')}
          </Button>
        </div>
      </form>
      {isReviewing && (
        <DoseReview
          card={card}
          entry={entry}
          unknownVial={unknownVial}
          desk={desk}
          actions={actions}
          onClose={() => setReviewing(false)}
        />
      )}
    </section>
  );
}

/** The vaccine is not authorised for this age: said where it is entered already. */
function AgeWarning({ card }: { card: PersonCard }) {
  const { t } = useTranslation();
  const warning = card.warnings.find((each) => each === 'too-young' || each === 'too-old');
  if (!warning) return null;
  return (
    <p className="desk-refusal" role="alert" data-testid="age-warning">
      <span>{t(`refusal.${warning}`)}</span>
    </p>
  );
}

function nextOrdinal(card: PersonCard): number {
  return givenInSeries(card) + 1;
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
