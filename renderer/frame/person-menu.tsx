import './person-menu.css';
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { chooseLanguage } from '../i18n/start-i18n.ts';
import { useSession } from '../session/session-context.tsx';
import { playLight } from '../signals/play-light.ts';
import { useSignals } from '../signals/use-signals.ts';

export interface PersonMenuProps {
  onHelp(): void;
  onSetup(): void;
  onOwnPin(): void;
  /** There in a trial alone. */
  readonly onGallery?: () => void;
}

const languages: readonly (readonly [Language, string])[] = [
  ['de', 'Deutsch'],
  ['en', 'English'],
];

const appearances = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[];

/** What belongs to whoever sits here: language, keys, scanner, their PIN, and leaving. Without anybody the first two. */
export function PersonMenu({ onHelp, onSetup, onOwnPin, onGallery }: PersonMenuProps) {
  const { t, i18n } = useTranslation();
  const { signedIn, lock } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signals = useSignals();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** The Escape that closes the menu must not clear the desk below it. */
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // Nothing takes the focus back from the dialog that an item opens.
    <Menu
      opened={isOpen}
      onChange={setOpen}
      closeOnEscape={false}
      position="bottom-end"
      offset={6}
      returnFocus={false}
      hideDetached={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button ref={button} type="button" className="person-menu-button" data-testid="person-menu">
          {signedIn ? (
            <span className="person-menu-name" data-testid="signed-in" title={signedIn.name}>
              {signedIn.name}
            </span>
          ) : (
            <span>{t('personMenu')}</span>
          )}
          <IconChevronDown size={16} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="person-menu" onKeyDown={leaveByEscape}>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(language) => {
            chooseLanguage(language as Language);
            button.current?.focus();
          }}
        >
          {languages.map(([language, name], index) => (
            <Menu.RadioItem
              key={language}
              value={language}
              lang={language}
              closeMenuOnClick
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            >
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(chosen) => {
            setColorScheme(appearances.find((each) => each === chosen) ?? 'light');
            button.current?.focus();
          }}
        >
          {appearances.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {t(`appearance.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={signals.isOn}
          onChange={(isOn) => {
            signals.setOn(isOn);
            if (isOn) playLight('green');
          }}
          data-testid="signals"
        >
          {t('signals')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item onClick={onHelp} rightSection={<KeyHint name="F1" />}>
          {t('help')}
        </Menu.Item>
        {signedIn && (
          <>
            <Menu.Item onClick={onSetup}>{t('scannerSetup.open')}</Menu.Item>
            <Menu.Item onClick={onOwnPin}>{t('staff.ownPin')}</Menu.Item>
            {onGallery && <Menu.Item onClick={onGallery}>{t('gallery.open')}</Menu.Item>}
            <Menu.Divider />
            <Menu.Item onClick={lock} rightSection={<KeyHint name="F10" />} data-testid="lock">
              {t('shortcuts.lock')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
