import type { KeyRecord } from '../../domain/scan/wedge/key-record.ts';

/** What a burst needs to know of a key event of the window. */
export function recordOf(event: KeyboardEvent): KeyRecord {
  const { key, code, timeStamp, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
  return {
    key,
    code,
    timeStamp,
    type: event.type === 'keyup' ? 'keyup' : 'keydown',
    shiftKey,
    ctrlKey,
    altKey,
    metaKey,
    isCapsLock: event.getModifierState('CapsLock'),
    repeat,
    isComposing,
  };
}
