import type { Language } from '../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../domain/kernel/escape-html.ts';
import type { TimeZone } from '../../domain/kernel/instant.ts';
import { heardSentence, systemTexts } from './heard-texts.ts';
import type { Heard } from './receive-webhooks.ts';

export interface SystemView {
  readonly language: Language;
  readonly timeZone: TimeZone;
  /** The newest first. */
  readonly heard: readonly Heard[];
}

/** What an existing system hears, beside the desk of a trial. */
export function systemPage(view: SystemView): string {
  const say = (key: keyof typeof systemTexts) => escapeHtml(systemTexts[key][view.language]);
  return `<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')}</title>
<link rel="stylesheet" href="/system.css">
<script src="/system.js" defer></script>
</head>
<body>
<header>
<h1>${say('title')}</h1>
<p>${say('lead')}</p>
</header>
<main id="heard" aria-live="polite">
${systemInside(view)}
</main>
</body>
</html>
`;
}

/** The part that changes by itself. */
export function systemInside({ language, timeZone, heard }: SystemView): string {
  const say = (key: keyof typeof systemTexts) => escapeHtml(systemTexts[key][language]);
  if (heard.length === 0) return `<p class="empty">${say('empty')}</p>`;
  const items = heard.map(({ at, body, text }) => {
    const time = escapeHtml(at.toLocaleTimeString(language === 'de' ? 'de-DE' : 'en-GB', { timeZone }));
    if (!body) return `<li class="forged"><time>${time}</time> ${say('forged')}</li>`;
    const sentence = escapeHtml(heardSentence(body, language, timeZone));
    return `<li><time>${time}</time> <strong>${sentence}</strong>
<p class="dim">${body.type} · ${say('genuine')}</p>
<details><summary>${say('asItCame')}</summary><pre>${escapeHtml(JSON.stringify(JSON.parse(text), undefined, 2))}</pre></details></li>`;
  });
  return `<ol>${items.join('\n')}</ol>`;
}

export const systemStyle = `:root{color-scheme:light}
body{margin:0;background:#dfe6e8;color:#12262b;font:1rem/1.45 system-ui,"Noto Sans",sans-serif}
header,main{max-width:40rem;margin:0 auto;padding:.5rem 1rem}
h1{margin:.5rem 0;font-size:1.4rem}
ol{padding:0;list-style:none}
li,.empty{margin:.6rem 0;padding:.7rem 1rem;border-radius:.7rem;background:#fff}
.forged{border-left:4px solid #c2410c}
time,.dim{color:#4c6268}
.dim{margin:.2rem 0;font-size:.85rem}
pre{overflow-x:auto;font-size:.8rem}
summary{box-sizing:border-box;min-height:44px;padding:.6rem 0;cursor:pointer}
summary:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
`;

/** Fetches the inside again whenever something was heard; what is opened stays open, though it moves down. */
export const systemScript = `const inside = document.getElementById('heard');
const refresh = async () => {
  const answer = await fetch('/inside');
  if (!answer.ok) return;
  const open = [...document.querySelectorAll('details')].map((each) => each.open).reverse();
  inside.innerHTML = await answer.text();
  for (const [index, each] of [...document.querySelectorAll('details')].reverse().entries())
    each.open = open[index] ?? false;
};
const changes = new EventSource('/changes');
// What changed before it was open, or while it was away, is fetched then.
changes.onopen = changes.onmessage = () => void refresh();
`;
