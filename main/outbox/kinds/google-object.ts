import { z } from 'zod';
import { oneByOne } from '../outbox-work.ts';
import { sendGoogleObject } from '../send-google-object.ts';

/** The subject is the pass whose card is brought to where the pass is by then. */
export const googleObjectWork = oneByOne(z.object({}), (station, { subject }) =>
  sendGoogleObject(station, subject),
);
