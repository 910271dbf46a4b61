/** Our one origin: everything the window shows comes from here. */
export const scheme = 'app';
export const origin = `${scheme}://station`;

/** The page for the screen on the wall. */
export const wallPage = `${origin}/wall.html`;

export function isOurs(url: string | undefined): boolean {
  if (!url) return false;
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === origin;
  } catch {
    return false;
  }
}
