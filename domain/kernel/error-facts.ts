/** Where it broke, for a log. The message stays out: it may quote what somebody typed. */
export function errorFacts(error: unknown): { error: string; errorCode?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}
