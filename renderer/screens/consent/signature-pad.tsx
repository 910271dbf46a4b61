import { Button } from '@mantine/core';
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  mostNumbers,
  mostStrokes,
  type Signature,
  signatureField,
} from '../../../domain/consent/signature.ts';
import { StrokeLines } from './signature-lines.tsx';

/** Closer points than this draw nothing that anybody sees. */
const LEAST_UNITS = 3;

/** Takes a signature by pen, finger or mouse, as lines. */
export function SignaturePad({
  strokes,
  onChange,
}: {
  strokes: Signature;
  onChange(strokes: Signature): void;
}) {
  const { t } = useTranslation();
  const drawing = useRef<number>(undefined);
  const start = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== undefined || !event.isPrimary || event.button !== 0) return;
    drawing.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (strokes.length < mostStrokes) onChange([...strokes, pointOf(event)]);
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current !== event.pointerId) return;
    const [x, y] = pointOf(event);
    const last = strokes.at(-1);
    if (!last || strokes.flat().length + 2 > mostNumbers) return;
    const isNear =
      Math.abs((last.at(-2) ?? 0) - x) < LEAST_UNITS && Math.abs((last.at(-1) ?? 0) - y) < LEAST_UNITS;
    if (!isNear) onChange([...strokes.slice(0, -1), [...last, x, y]]);
  };
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (drawing.current === event.pointerId) drawing.current = undefined;
  };
  return (
    <div className="signature-pad">
      <svg
        className="signature signature-field"
        viewBox={`0 0 ${signatureField.width} ${signatureField.height}`}
        role="img"
        aria-label={t('consent.pad')}
        data-testid="signature-pad"
        data-strokes={strokes.length}
        onPointerDown={start}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <title>{t('consent.pad')}</title>
        <line className="signature-ground" x1="30" x2="570" y1="140" y2="140" />
        {strokes.length === 0 && (
          <text className="signature-hint" x="30" y="166">
            {t('consent.signHere')}
          </text>
        )}
        <StrokeLines strokes={strokes} />
      </svg>
      <div className="signature-foot">
        <span className="station-dim">{t('consent.keyboard')}</span>
        <Button
          variant="default"
          size="compact-md"
          disabled={strokes.length === 0}
          onClick={() => onChange([])}
          data-testid="signature-clear"
        >
          {t('consent.clearPad')}
        </Button>
      </div>
    </div>
  );
}

/** Where the pointer is, in units of the field. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): [number, number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [
    within((clientX - left) / width, signatureField.width),
    within((clientY - top) / height, signatureField.height),
  ];
}

function within(share: number, most: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * most);
}
