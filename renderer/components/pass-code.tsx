import { useQuery } from '@tanstack/react-query';
import type { BarcodeFormat } from '../../domain/passes/pass-template.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { writeCode } from './code-writer.ts';

interface Code {
  readonly text: string;
  readonly format: BarcodeFormat;
  readonly label: string;
}

/** The code of a pass in the format of its template, as a phone draws it. */
export function PassCode({ text, format, label }: Code) {
  return format === 'qr' ? (
    <QrCode text={text} label={label} />
  ) : (
    <OtherCode text={text} format={format} label={label} />
  );
}

/** Everything but QR is drawn by the writer, which is loaded when the first of them is shown. */
function OtherCode({ text, format, label }: Code) {
  const { data } = useQuery({
    queryKey: [[], 'code', format, text],
    queryFn: () => writeCode(text, format, ourWriter),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <svg
      viewBox={`0 0 ${data?.width ?? 1} ${data?.height ?? 1}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-written={data !== undefined}
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      {data && <path d={data.path} fill="#000000" />}
    </svg>
  );
}

async function ourWriter(): Promise<ArrayBuffer> {
  const { default: url } = await import('zxing-wasm/writer/zxing_writer.wasm?url');
  return (await fetch(url)).arrayBuffer();
}
