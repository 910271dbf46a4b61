import './wall-board.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationClient } from '../../contracts/ipc/protocol.ts';
import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { durationWords } from '../i18n/duration-words.ts';
import { useWall } from './use-wall.ts';

type Room = ChannelOutput<'board.room'>;

/** More than these no longer find room at the largest size. */
const MOST_LARGE = 10;

/**
 * For a screen on the wall: large, and without anything that names somebody. It belongs to no signed-in person, so that
 * nothing that happens at the desk's window ends it. Esc closes it.
 */
export function WallBoard({ client, onClose }: { client: StationClient; onClose(): void }) {
  const { t } = useTranslation();
  const { room, isLost } = useWall(client);
  const name = t('wall.window');
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <main className="wall" data-testid="wall" data-lost={isLost}>
      <div className="wall-head">
        <h1>{t('wall.title')}</h1>
        <span className="wall-clock">{!isLost && room?.clock}</span>
      </div>
      <p className="wall-lost" role="alert">
        {isLost && (room ? t('wall.lostSince', { clock: room.clock }) : t('wall.lost'))}
      </p>
      {room ? <People room={room} isLost={isLost} /> : !isLost && <p>{t('wall.starting')}</p>}
    </main>
  );
}

function People({ room: { waiting, waitNowMinutes }, isLost }: { room: Room; isLost: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {!isLost && (
        <p className="wall-wait">
          {waitNowMinutes === undefined
            ? t('wall.waitUnknown')
            : t('wall.wait', { time: durationWords(waitNowMinutes, i18n.language as Language) })}
        </p>
      )}
      <div className="wall-columns">
        <Column title={t('wall.called')} people={waiting.filter(({ stage }) => stage === 'vaccination')} />
        <Column title={t('wall.waiting')} people={waiting.filter(({ stage }) => stage === 'reception')} />
      </div>
      {waiting.length === 0 && !isLost && <p className="wall-wait">{t('wall.empty')}</p>}
    </>
  );
}

function Column({ title, people }: { title: string; people: Room['waiting'] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="wall-marks" data-size={people.length > MOST_LARGE ? 'small' : 'large'}>
        {people.map(({ mark, since }) => (
          <li key={`${mark} ${since}`}>{mark}</li>
        ))}
      </ul>
    </section>
  );
}
