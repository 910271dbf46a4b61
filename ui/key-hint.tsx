/** The key that does the same as the button it stands on. */
export function KeyHint({ name }: { name: string }) {
  return (
    <span className="station-key" aria-hidden="true">
      {name}
    </span>
  );
}
