/**
 * Who acts, as the log will name them; `station` is the station by itself, before anybody signed in, `citizen` who
 * opened a hand-over link.
 */
export type Actor = `staff:${string}` | 'station' | 'outbox' | 'citizen' | 'trial' | 'operator';
