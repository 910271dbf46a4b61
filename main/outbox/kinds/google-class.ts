import { z } from 'zod';
import { oneByOne } from '../outbox-work.ts';
import { sendGoogleClass } from '../send-google-class.ts';

/** The class of the published template: what all neutral cards share. */
export const googleClassWork = oneByOne(z.object({}), (station) => sendGoogleClass(station));
