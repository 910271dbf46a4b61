import type { Language } from '../kernel/bilingual.ts';
import { escapeHtml } from '../kernel/escape-html.ts';
import type { MessageFacts } from './message-facts.ts';
import { type MessageText, messageText } from './message-text.ts';

export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Subject, plain text and HTML of a message. Nothing in the facts can become a header or markup. */
export function renderMessage(facts: MessageFacts): RenderedMessage {
  return renderText(messageText(facts), facts.language);
}

/** The same for a text that is there already. */
export function renderText(said: MessageText, language: Language): RenderedMessage {
  return { subject: said.subject, text: plainText(said), html: htmlText(said, language) };
}

function plainText({ greeting, blocks, signature }: MessageText): string {
  const paragraphs = blocks.map(({ title, lines }) =>
    [
      ...(title ? [`${title}:`] : []),
      ...lines.map(({ text, url }) => (url ? `${text}:\n${url}` : text)),
    ].join('\n'),
  );
  return `${[greeting, ...paragraphs, signature.join('\n')].join('\n\n')}\n`;
}

function htmlText({ subject, greeting, blocks, signature }: MessageText, language: string): string {
  const parts = blocks.map(({ title, lines }) =>
    [
      ...(title ? [`<h2 style="font-size:17px;margin:24px 0 8px">${escapeHtml(title)}</h2>`] : []),
      ...lines.map(
        ({ text, url }) => `<p style="margin:0 0 8px">${url ? link(text, url) : escapeHtml(text)}</p>`,
      ),
    ].join('\n'),
  );
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f3f6f7;color:#12262b;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff">
<p style="margin:0 0 16px">${escapeHtml(greeting)}</p>
${parts.join('\n')}
<p style="margin:24px 0 0;color:#4c6268">${signature.map(escapeHtml).join('<br>')}</p>
</div>
</body>
</html>
`;
}

function link(text: string, url: string): string {
  const isWebAddress = /^https?:\/\//.test(url);
  return isWebAddress
    ? `<a style="color:#0b4f5c;font-weight:bold" href="${escapeHtml(url)}">${escapeHtml(text)}</a>`
    : escapeHtml(text);
}
