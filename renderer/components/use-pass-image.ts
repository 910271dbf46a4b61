import { useStationQuery } from '../station-context.tsx';

/** An image of a template by its digest, as a source for `<img>`; it never changes, so it is asked for once. */
export function usePassImage(digest: string | undefined): string | undefined {
  const { data } = useStationQuery('passes.image', { digest: digest ?? '' }, [], digest !== undefined);
  return digest && data?.ok ? `data:image/png;base64,${data.value.base64}` : undefined;
}
