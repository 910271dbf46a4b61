/** `#RRGGBB`, the one way that colours are written in a template. */
export function isColour(text: string): boolean {
  return /^#[0-9A-Fa-f]{6}$/.test(text);
}

/** How well two colours can be told apart, 1 to 21 (WCAG 2.2), to one decimal. */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return Math.round(((lighter + 0.05) / (darker + 0.05)) * 10) / 10;
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
