import { escapeHtml } from '../../domain/kernel/escape-html.ts';
import type { TimeZone } from '../../domain/kernel/instant.ts';
import { momentWords } from '../../domain/passes/pass-words.ts';
import { qrSvg } from '../../pages/qr-svg.ts';
import type { Card, CardField } from './read-card.ts';
import type { Notice } from './wallet-phone.ts';

export interface PhoneView {
  readonly cards: readonly Card[];
  readonly notices: readonly Notice[];
  readonly bookingAddress: string;
  readonly consoleAddress: string;
  /** What an existing system hears. */
  readonly systemAddress: string;
  /** Of headquarters, which the trial can move: `01.12.2026, 09:12`. */
  readonly clock: string;
  readonly timeZone: TimeZone;
}

/** The phone of the trial: what a citizen sees, beside the desk. */
export function phonePage(view: PhoneView): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Telefon der Probe</title>
<link rel="stylesheet" href="/phone.css">
<script src="/phone.js" defer></script>
</head>
<body>
<header>
<h1>Telefon der Probe</h1>
<p>Ein nachgestelltes Telefon: Es prüft Pässe, meldet sich an und holt Änderungen wie ein echtes. Die Uhr von Zentrale und Empfang steht auf <strong id="clock">${escapeHtml(view.clock)}</strong>.</p>
<p class="links"><a href="${escapeHtml(view.bookingAddress)}" target="_blank" rel="noreferrer">Termin buchen</a>
<a href="${escapeHtml(view.consoleAddress)}" target="_blank" rel="noreferrer">Seite der Zentrale</a>
<a href="${escapeHtml(view.systemAddress)}" target="_blank" rel="noreferrer">Was ein Bestandssystem hört</a></p>
<form method="post" action="/later"><button>Drei Wochen später</button></form>
</header>
<main id="phone">
${phoneInside(view)}
</main>
</body>
</html>
`;
}

/** The part that changes by itself. */
export function phoneInside({ cards, notices, timeZone }: PhoneView): string {
  const told = notices.map(
    ({ at, text }) =>
      `<li><time>${escapeHtml(momentWords(at, timeZone, 'de'))}</time> ${escapeHtml(text)}</li>`,
  );
  const list =
    cards.length === 0
      ? '<p class="empty">Noch keine Karte. Buchen Sie einen Termin: Der Pass erscheint hier von selbst.</p>'
      : '';
  return `<section aria-label="Mitteilungen" aria-live="polite"><ul class="notices">${told.join('')}</ul></section>
${list}${cards.map(cardMarkup).join('\n')}`;
}

function cardMarkup(card: Card): string {
  const { background, foreground, label } = card.colours;
  const paint = `data-background="${escapeHtml(background)}" data-foreground="${escapeHtml(foreground)}" data-label="${escapeHtml(label)}"`;
  const rows = (fields: readonly CardField[]) =>
    fields
      .map(
        ({ label: name, value, key }) =>
          `<div data-field="${escapeHtml(key)}"><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
      )
      .join('');
  return `<article class="card" ${paint}>
<header><strong>${escapeHtml(card.title)}</strong><dl>${rows(card.header)}</dl></header>
${card.isVoided ? '<p class="void">ungültig</p>' : ''}
<dl class="front">${rows(card.front)}</dl>
${card.barcode ? codeMarkup(card.barcode) : ''}<details><summary>Rückseite</summary><dl>${rows(card.back)}</dl></details>
${card.barcode ? `<p class="text">Text des Codes: <code>${escapeHtml(card.barcode.message)}</code></p>\n` : ''}</article>`;
}

function codeMarkup({ message, altText }: NonNullable<Card['barcode']>): string {
  return `<div class="code">${qrSvg(message, 'Code der Karte')}<p>${escapeHtml(altText)}</p></div>\n`;
}

export const phoneStyle = `:root{color-scheme:light}
body{margin:0;background:#dfe6e8;color:#12262b;font:1rem/1.45 system-ui,"Noto Sans",sans-serif}
body>header,main{max-width:26rem;margin:0 auto;padding:.5rem 1rem}
h1{margin:.5rem 0;font-size:1.4rem}
.links{display:flex;flex-wrap:wrap;gap:.5rem 1rem}
a{color:#0b4f5c}
button{padding:.6rem 1rem;border:2px solid #0b4f5c;border-radius:.6rem;background:#fff;color:#0b4f5c;font:inherit;font-weight:700;cursor:pointer}
summary{box-sizing:border-box;min-height:44px;padding:.6rem 0;cursor:pointer}
button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.notices{padding:0;list-style:none}
.notices li{margin:.4rem 0;padding:.5rem .8rem;border-radius:.7rem;background:#fff}
time{color:#4c6268}
.card{margin:1rem 0;padding:1rem;border-radius:1rem;background:var(--background,#fff);color:var(--foreground,#000)}
.card header{display:flex;justify-content:space-between;gap:1rem}
dl{margin:0}
.front{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:.8rem 0}
dt{font-size:.75rem;color:var(--label,#444);text-transform:uppercase}
dd{margin:0;font-weight:600;white-space:pre-line;overflow-wrap:anywhere}
.code{width:11rem;margin:0 auto;padding:.5rem;border-radius:.5rem;background:#fff;color:#000;text-align:center}
.code p{margin:0}
.void{font-weight:700;text-align:center}
.text{font-size:.75rem;overflow-wrap:anywhere}
details div{margin:.5rem 0}
.empty{padding:1rem;border-radius:1rem;background:#fff}
`;

/** Fetches the inside again whenever the phone says that something changed. */
export const phoneScript = `const inside = document.getElementById('phone');
const clock = document.getElementById('clock');
const paint = () => {
  for (const card of document.querySelectorAll('.card'))
    for (const name of ['background', 'foreground', 'label'])
      card.style.setProperty('--' + name, card.dataset[name]);
};
const refresh = async () => {
  const answer = await fetch('/inside');
  if (!answer.ok) return;
  const open = [...document.querySelectorAll('details')].map((each) => each.open);
  inside.innerHTML = await answer.text();
  for (const [index, each] of [...document.querySelectorAll('details')].entries()) each.open = open[index] ?? false;
  clock.textContent = answer.headers.get('x-clock') ?? clock.textContent;
  paint();
};
paint();
const changes = new EventSource('/changes');
// What changed before it was open, or while it was away, is fetched then.
changes.onopen = changes.onmessage = () => void refresh();
`;
