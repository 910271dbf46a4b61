/** Histories that are a centre's, not somebody's: each is called by a word, and in the log by word and centre. */
const shared = /^(centre|access-log|fridges|lot:[^@]+|day:\d{4}-\d{2}-\d{2})(?:@.+)?$/;

/** The word of a centre's history; undefined for one that is somebody's. Logs from before have the word alone. */
export function sharedStreamOf(stream: string): string | undefined {
  return shared.exec(stream)?.[1];
}

/** As the log calls it: two centres' histories never have one name. */
export function streamInCentre(stream: string, centreId: string): string {
  return sharedStreamOf(stream) === stream ? `${stream}@${centreId}` : stream;
}
