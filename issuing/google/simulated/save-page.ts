import type { GoogleCardView } from '../../../contracts/ipc/wallets-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { cardOfObject, cardOfPrivatePass } from '../google-card.ts';
import type { SavedCard, SaveRefusal } from './check-save-jwt.ts';

/** What somebody sees who opens a save link of a trial: the card, and that no phone ever gets it. */
export function savePage(saved: Result<SavedCard, SaveRefusal>, language: Language): string {
  const words = texts[language];
  const body = saved.ok
    ? cardHtml(cardIn(saved.value, language))
    : `<p role="alert">${escaped(words.refused)} (${saved.refusal})</p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(words.title)}</title>
<meta name="viewport" content="width=device-width">
<style>body{font-family:system-ui,sans-serif;max-width:24rem;margin:2rem auto;padding:0 1rem;color:#12262b}
.trial{background:#fff2d6;color:#7a4a00;padding:.5rem .75rem;border-radius:.5rem}
article{border-radius:1rem;padding:1rem;color:#fff}dt{font-size:.8rem}dd{margin:0 0 .5rem;white-space:pre-line}</style>
</head><body><p class="trial">${escaped(words.trial)}</p><main>${body}</main></body></html>`;
}

function cardIn(saved: SavedCard, language: Language): GoogleCardView {
  return saved.kind === 'object' ? cardOfObject(saved.object, language) : cardOfPrivatePass(saved.pass);
}

function cardHtml(card: GoogleCardView): string {
  const background = /^#[0-9A-Fa-f]{6}$/.test(card.background) ? card.background : '#0b4f5c';
  return `<article style="background:${background}"><h1>${escaped(card.title)}</h1>
<p>${escaped(card.label)}<br><strong>${escaped(card.header)}</strong></p>${rowsHtml(card.rows)}
<p>${escaped(card.alternateText ?? '')}</p></article>${rowsHtml(card.details)}`;
}

function rowsHtml(rows: GoogleCardView['rows']): string {
  const items = rows.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`);
  return `<dl>${items.join('')}</dl>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const texts = {
  de: {
    title: 'Google Wallet im Testbetrieb',
    trial: 'Testbetrieb: So sähe die Karte in Google Wallet aus. Es gibt sie nur auf diesem Rechner.',
    refused: 'Google würde diesen Link ablehnen.',
  },
  en: {
    title: 'Google Wallet in trial',
    trial: 'Trial: this is how the card would look in Google Wallet. It exists on this computer only.',
    refused: 'Google would refuse this link.',
  },
} as const;
