import type { Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';

export interface PageFrame {
  readonly language: Language;
  /** Plain text; says nothing about a person: it stays in the history of the browser. */
  readonly title: string;
  /** Markup that is safe already. */
  readonly main: string;
}

/** Where a server offers `pageStyle`; the content policy of our pages lets nothing else through. */
export const stylePath = '/page.css';

/** For every answer with a page of ours. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A whole page for citizens: no script, no foreign file. */
export function pageFrame({ language, title, main }: PageFrame): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

export const pageStyle = `:root{color-scheme:light}
body{margin:0;background:#f3f6f7;color:#12262b;font:1.125rem/1.5 system-ui,"Noto Sans",sans-serif}
main{max-width:32rem;margin:0 auto;padding:1rem 1.25rem 3rem}
header{display:flex;justify-content:space-between;gap:1rem;align-items:center}
h1{margin:.75rem 0 .25rem;font-size:1.75rem}
h2{margin:2rem 0 .5rem;font-size:1.2rem}
h3{margin:1.25rem 0 .25rem;font-size:1.05rem}
p{margin:.5rem 0}
a{color:#0b4f5c}
.button{display:block;margin:1rem 0;padding:.9rem 1rem;border:2px solid #0b4f5c;border-radius:.75rem;background:#fff;color:#0b4f5c;font-weight:700;text-align:center;text-decoration:none}
.button.first{background:#0b4f5c;color:#fff}
.button.danger{border-color:#b42318;color:#b42318}
a:focus-visible,summary:focus-visible{outline:3px solid #c2410c;outline-offset:3px}
.code{max-width:16rem;margin:1rem auto}
.dim{color:#4c6268}
.number{font-weight:700;letter-spacing:.04em;overflow-wrap:anywhere}
.whole{white-space:nowrap}
ul{padding:0;list-style:none}
li{margin:.75rem 0}
.day{margin:.5rem 0;background:#fff;border-radius:.75rem}
.day summary{padding:.8rem 1rem;font-weight:700;cursor:pointer}
.day summary .dim{display:inline-block;font-weight:400}
.times{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:.5rem;margin:0;padding:.25rem 1rem 1rem}
.times li{margin:0}
label{display:block}
input,select,textarea{box-sizing:border-box;width:100%;margin-top:.25rem;padding:.7rem;border:1px solid #4c6268;border-radius:.5rem;font:inherit;background:#fff;color:inherit}
input[type=checkbox],input[type=radio]{flex:none;width:1.75rem;height:1.75rem;margin:0;accent-color:#0b4f5c}
label:has(>input[type=checkbox]),label:has(>input[type=radio]){display:flex;gap:.75rem;align-items:center;min-height:44px}
header a,li>a:not(.button),p>a:only-child:not(.button){display:inline-flex;align-items:center;min-height:44px}
button.button{width:100%;font:inherit;font-weight:700;cursor:pointer}
button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.button.answer{padding:1.25rem 1rem;font-size:1.25rem}
.question{font-size:1.35rem}
.answers{padding-left:1.25rem}
.answers .button{width:auto;margin:.5rem 0;padding:.6rem 1rem}
.times .button{margin:0;padding:.6rem .25rem}
.times .dim{font-weight:400;font-size:.9rem}
.fault{display:block;color:#9a3412;font-weight:700}
[aria-invalid=true]{border:2px solid #9a3412}
.dates{margin:1rem 0;padding:.25rem 1rem;background:#fff;border-radius:.75rem}
.notice{padding:.75rem 1rem;border-left:4px solid #c2410c;background:#fff}
@media print{.button,header a{display:none}}
`;
