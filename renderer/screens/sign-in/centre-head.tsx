import { useStationStatus } from '../../station-context.tsx';

/** Whose door this is: the centre by its name, in the colours of its passes. */
export function CentreHead() {
  const status = useStationStatus();
  if (!status) return null;
  const { background, foreground } = status.colours;
  return (
    <p
      className="sign-in-centre"
      style={{ backgroundColor: background, color: foreground }}
      data-testid="sign-in-centre"
    >
      {status.centreName}
    </p>
  );
}
