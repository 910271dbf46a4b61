import './sign-in.css';
import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useDeviceScans } from '../../scanner/devices/scanners-context.tsx';
import { useWedge } from '../../scanner/use-wedge.ts';
import { useSession } from '../../session/session-context.tsx';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { CentreHead } from './centre-head.tsx';
import { PinEntry } from './pin-entry.tsx';
import { RecoverForm } from './recover-form.tsx';

type Name = ChannelOutput<'staff.sign-in-names'>['people'][number];

/** For those who were at this window last, in the order of the list. */
const nameKeys = ['F2', 'F3', 'F4', 'F5'] as const;

/** Choose your name, enter your PIN. Nothing about anybody else is on the screen. */
export function SignInScreen() {
  const { t } = useTranslation();
  const { view, lastStaffIds, closedBy } = useSession();
  const { data } = useStationQuery('staff.sign-in-names', {}, ['staff']);
  const sentenceOf = useRefusalSentence();
  const people = data?.ok ? data.value.people : [];
  const [chosenId, setChosenId] = useState(lastStaffIds[0]);
  const [filter, setFilter] = useState('');
  const [isScanIgnored, setScanIgnored] = useState(false);
  const chosen = people.find(({ staffId }) => staffId === chosenId);
  const { inOrder, keyOf } = withKeys(people, lastStaffIds);
  useWedge({ enabled: true, onScan: () => setScanIgnored(true) });
  useDeviceScans(() => setScanIgnored(true), true);
  return (
    <main className="sign-in" data-testid="sign-in">
      <CentreHead />
      <section className="sign-in-names">
        <h2>{t('signIn.title')}</h2>
        {closedBy && (
          <p className="sign-in-notice" role="status" data-testid={`closed-by-${closedBy}`}>
            {t(`signIn.closedBy.${closedBy}`, { count: view?.lockAfterMinutes ?? 0 })}
          </p>
        )}
        {isScanIgnored && (
          <p className="sign-in-notice" role="alert" data-testid="scan-ignored">
            {t('signIn.scanIgnored')}
          </p>
        )}
        {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
        {people.some(({ trialPin }) => trialPin) && <p className="station-dim">{t('signIn.trial')}</p>}
        <NameList
          people={inOrder}
          keyOf={keyOf}
          chosenId={chosen?.staffId}
          filter={filter}
          onFilter={setFilter}
          onChoose={setChosenId}
        />
      </section>
      <section className="sign-in-pin" aria-label={t('signIn.pin')}>
        {chosen ? (
          <PinOf
            key={chosen.staffId}
            person={chosen}
            onName={(letters) => {
              setFilter(letters);
              setChosenId(undefined);
            }}
          />
        ) : (
          <p className="station-dim">{t('signIn.chooseFirst')}</p>
        )}
      </section>
    </main>
  );
}

/** A list to click, or to type into: Enter takes the first that is left. */
function NameList({
  people,
  keyOf,
  chosenId,
  filter,
  onFilter,
  onChoose,
}: {
  people: readonly Name[];
  /** What chooses somebody with one press, by their id. */
  keyOf: ReadonlyMap<string, string>;
  chosenId: string | undefined;
  filter: string;
  onFilter(filter: string): void;
  onChoose(staffId: string): void;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const hasChosen = chosenId !== undefined;
  useEffect(() => {
    if (!hasChosen) field.current?.focus();
  }, [hasChosen]);
  const wanted = foldName(filter);
  const shown = people.filter(({ name }) => ` ${foldName(name)}`.includes(` ${wanted}`));
  const first = shown[0];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && first) onChoose(first.staffId);
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('button')?.focus();
    if (event.key === 'Enter' || event.key === 'ArrowDown') event.preventDefault();
  };
  return (
    <>
      <TextInput
        ref={field}
        size="md"
        label={t('signIn.filter')}
        value={filter}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onFilter(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-testid="name-filter"
      />
      {shown.length === 0 && people.length > 0 && <p className="station-dim">{t('signIn.nobody')}</p>}
      <ul className="sign-in-list" ref={list} onKeyDown={walk}>
        {shown.map((person) => (
          <li key={person.staffId}>
            <button
              type="button"
              className="sign-in-name"
              aria-pressed={person.staffId === chosenId}
              onClick={() => onChoose(person.staffId)}
            >
              <span className="sign-in-who">
                {person.name}
                <NameKey name={keyOf.get(person.staffId)} onPress={() => onChoose(person.staffId)} />
              </span>
              {person.isLocked ? (
                <strong>{t('signIn.locked')}</strong>
              ) : (
                person.trialPin && <span className="station-dim">PIN {person.trialPin}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Somebody who was here last needs no letters of their name: one key, then their PIN. */
function NameKey({ name, onPress }: { name: string | undefined; onPress(): void }) {
  useShortcut(name ?? '', onPress, name !== undefined);
  return name === undefined ? null : <KeyHint name={name} />;
}

/** Those who were here last come first, each with a key of their own; who may come in is the PIN's matter alone. */
function withKeys(people: readonly Name[], lastStaffIds: readonly string[]) {
  const here = lastStaffIds.flatMap((id) => people.filter(({ staffId }) => staffId === id));
  const keys = nameKeys.flatMap((key, index) => {
    const staffId = here[index]?.staffId;
    return staffId === undefined ? [] : [[staffId, key] as const];
  });
  return {
    inOrder: [...here, ...people.filter((person) => !here.includes(person))],
    keyOf: new Map<string, string>(keys),
  };
}

function PinOf({ person, onName }: { person: Name; onName(letters: string): void }) {
  const { t } = useTranslation();
  const { enter } = useSession();
  const { send, isBusy } = useStationCommand('staff.sign-in');
  const { sentence, say } = usePinRefusal();
  const [pin, setPin] = useState('');
  const [isRecovering, setRecovering] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = async () => {
    const answer = await send({ staffId: person.staffId, pin });
    if (answer.ok) return enter(answer.value);
    setPin('');
    say(answer);
    field.current?.focus();
  };
  if (isRecovering)
    return (
      <>
        <h3>{person.name}</h3>
        <RecoverForm staffId={person.staffId} />
      </>
    );
  return (
    <>
      <h3>{person.name}</h3>
      <PinEntry
        pin={pin}
        onChange={setPin}
        onSubmit={() => void submit()}
        label={t('signIn.pin')}
        submitLabel={t('signIn.submit')}
        isBusy={isBusy}
        inputRef={field}
        onName={onName}
      >
        {sentence}
      </PinEntry>
      {person.isLocked && (
        <Button variant="subtle" onClick={() => setRecovering(true)} data-testid="use-recovery">
          {t('signIn.recovery.use')}
        </Button>
      )}
    </>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
  event.preventDefault();
  next?.focus();
}
