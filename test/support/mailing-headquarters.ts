import { startPassFollower } from '../../headquarters/jobs/pass-follower.ts';
import { startSender } from '../../headquarters/jobs/sender.ts';
import { aHeadquarters, type TestHeadquarters } from './headquarters.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';

export interface MailingHeadquarters {
  readonly headquarters: TestHeadquarters;
  readonly server: TestMailServer;
  close(): Promise<void>;
}

/** A headquarters that follows its feed and writes to people by a mail server of the test. */
export async function aMailingHeadquarters(
  parts: NonNullable<Parameters<typeof aHeadquarters>[0]>['parts'] = {},
): Promise<MailingHeadquarters> {
  const server = await startMailServer();
  const headquarters = await aHeadquarters({ parts: { ...parts, mail: { settings: server.settings } } });
  const jobs = [startPassFollower(headquarters.headquarters), startSender(headquarters.headquarters)];
  return {
    headquarters,
    server,
    async close() {
      for (const job of jobs) await job.close();
      await headquarters.close();
      await server.close();
    },
  };
}
