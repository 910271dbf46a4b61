import { type Signature, signatureField } from '../../../domain/consent/signature.ts';

const box = `0 0 ${signatureField.width} ${signatureField.height}`;

/** A signature as it was drawn, at whatever size it is shown. */
export function SignatureLines({ strokes, label }: { strokes: Signature; label: string }) {
  return (
    <svg className="signature" viewBox={box} role="img" aria-label={label}>
      <title>{label}</title>
      <StrokeLines strokes={strokes} />
    </svg>
  );
}

export function StrokeLines({ strokes }: { strokes: Signature }) {
  return strokes.map((stroke, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is never moved among the others
    <polyline key={index} points={stroke.join(' ')} className="signature-line" />
  ));
}
