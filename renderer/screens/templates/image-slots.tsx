import './image-slots.css';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { imageUploadLimit } from '../../../contracts/ipc/image-upload-limit.ts';
import { type ImageSlot, imageSlots } from '../../../domain/passes/pass-template.ts';
import { base64Of } from '../../../ui/base64.ts';
import { usePassImage } from '../../components/use-pass-image.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import type { EditorProps } from './editor-props.ts';

const needed: Record<ImageSlot, { width: number; height: number }> = {
  icon: { width: 87, height: 87 },
  logo: { width: 480, height: 150 },
  thumbnail: { width: 270, height: 270 },
  strip: { width: 1125, height: 432 },
};

type Failed = Extract<Answer, { ok: false }>;

/** The images of a pass. A file is checked and scaled by the service; what it has against it stands beside it. */
export function ImageSlots({ template, faultsAt, change }: EditorProps) {
  const { t } = useTranslation();
  const images = template.images ?? {};
  return (
    <>
      <p className="station-dim">{t('templates.images.kinds')}</p>
      {imageSlots.map((slot) => (
        <ImageField
          key={slot}
          slot={slot}
          digest={images[slot]?.[1]}
          fault={faultsAt(`images.${slot}`)}
          onChange={(digests) => {
            const { [slot]: _old, ...others } = images;
            change({ images: digests ? { ...others, [slot]: digests } : others });
          }}
        />
      ))}
    </>
  );
}

function ImageField({
  slot,
  digest,
  fault,
  onChange,
}: {
  slot: ImageSlot;
  digest: string | undefined;
  fault: string | undefined;
  onChange(digests: readonly [string, string, string] | undefined): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('templates.add-image');
  const [failed, setFailed] = useState<Failed>();
  const input = useRef<HTMLInputElement>(null);
  const source = usePassImage(digest);
  const take = async (file: File) => {
    setFailed(undefined);
    if (file.size > imageUploadLimit) return setFailed({ ok: false, refusal: { reason: 'image-too-heavy' } });
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    const answer = await send({ slot, base64 });
    if (!answer.ok) return setFailed(answer);
    onChange(answer.value.digests);
  };
  const absent = slot === 'icon' || slot === 'logo' ? t('templates.images.ours') : t('templates.images.none');
  return (
    <div className="templates-image">
      <div className="templates-image-frame" data-slot={slot}>
        {source ? <img src={source} alt="" /> : <span>{isBusy ? t('templates.images.busy') : absent}</span>}
      </div>
      <div>
        <strong>{t(`templates.images.${slot}`)}</strong>
        <div className="station-dim">{t('templates.images.needs', needed[slot])}</div>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="station-visually-hidden"
          tabIndex={-1}
          aria-label={t(`templates.images.${slot}`)}
          data-testid={`image-${slot}`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
        <div className="templates-row">
          <Button size="compact-sm" variant="light" loading={isBusy} onClick={() => input.current?.click()}>
            {t(digest ? 'templates.images.replace' : 'templates.images.choose')}
          </Button>
          {digest && (
            <Button size="compact-sm" variant="default" onClick={() => onChange(undefined)}>
              {t('templates.images.remove')}
            </Button>
          )}
        </div>
        {(failed || fault) && (
          <p role="alert" className="templates-fault" data-testid={`image-fault-${slot}`}>
            {failed ? sentenceOf(failed) : fault}
          </p>
        )}
      </div>
    </div>
  );
}
