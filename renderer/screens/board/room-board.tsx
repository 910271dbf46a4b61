import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useRoomBoard } from './use-board.ts';
import { useUnattended } from './use-unattended.ts';

type Waiting = ChannelOutput<'board.room'>['waiting'];

/** For a screen on the wall: large, and without anything that names somebody. Esc brings the board back. */
export function RoomBoard({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const close = useRef<HTMLButtonElement>(null);
  const { data } = useRoomBoard();
  const room = data?.ok ? data.value : undefined;
  useUnattended();
  useShortcut('Escape', onClose);
  useLayoutEffect(() => close.current?.focus(), []);
  const waiting = room?.waiting ?? [];
  return (
    <main className="room" data-testid="room">
      <div className="room-head">
        <h2>{t('board.roomTitle')}</h2>
        <span className="room-clock">{room && formats.clock(room.now)}</span>
        <button type="button" className="room-close" ref={close} onClick={onClose}>
          {t('board.roomClose')} <span className="station-key">Esc</span>
        </button>
      </div>
      {room && (
        <p className="room-wait">
          {room.waitNowMinutes === undefined
            ? t('board.roomWaitUnknown')
            : t('board.roomWait', { count: room.waitNowMinutes })}
        </p>
      )}
      <div className="room-columns">
        <Column
          title={t('board.roomCalled')}
          people={waiting.filter(({ stage }) => stage === 'vaccination')}
        />
        <Column
          title={t('board.roomWaiting')}
          people={waiting.filter(({ stage }) => stage === 'reception')}
        />
      </div>
      {room && waiting.length === 0 && <p className="room-wait">{t('board.roomEmpty')}</p>}
    </main>
  );
}

function Column({ title, people }: { title: string; people: Waiting }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="room-marks">
        {people.map(({ mark, since }) => (
          <li key={`${mark} ${since}`}>{mark}</li>
        ))}
      </ul>
    </section>
  );
}
