import { startTransition, useEffect, useState } from 'react';

/**
 * Whether what stands for `key` has been on the screen for a picture: for what may come a moment later, so that the
 * rest is there at once. False again with each new key.
 */
export function useAfterPaint(key: string | undefined): boolean {
  const [painted, setPainted] = useState<string>();
  useEffect(() => {
    let after: ReturnType<typeof setTimeout> | undefined;
    // The request is answered before a picture is painted, what is deferred until then runs behind it.
    const frame = requestAnimationFrame(() => {
      after = setTimeout(() => startTransition(() => setPainted(key)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
    };
  }, [key]);
  return key !== undefined && painted === key;
}
