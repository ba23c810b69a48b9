import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message, type MessageProps } from "slack-blocks-to-jsx";
import { z } from "zod";

/** One thing in a picture: what Rethink posts, or what a person writes. */
export type Shown =
  | { by: "rethink"; time: string; blocks: readonly unknown[]; onlyYou?: boolean }
  | { by: "person"; name: string; colour: string; time: string; text: string };

/** Slack's Lato is not at hand; Inter is, from the charts. */
const fonts = (["400Regular", "700Bold"] as const).map((cut) => {
  const file = readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/inter/${cut}/Inter_${cut}.ttf`)));
  return `@font-face{font-family:Inter;font-weight:${cut.slice(0, 3)};src:url(data:font/ttf;base64,${file.toString("base64")})}`;
});

const style = readFileSync(new URL(import.meta.resolve("slack-blocks-to-jsx/dist/style.css")), "utf8");

/** The product's mark: two cost lines that cross. */
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="7" fill="#14202e"/><path d="M6 13h24" stroke="#f2994a" stroke-width="3" stroke-linecap="round"/><path d="M8 6c3 10 10 16 22 18" fill="none" stroke="#56a3f5" stroke-width="3" stroke-linecap="round"/><circle cx="10.6" cy="13" r="3.4" fill="#fff"/></svg>';

const eye =
  '<svg width="14" height="10" viewBox="0 0 14 10"><path d="M1 5c3-5 9-5 12 0-3 5-9 5-12 0z" fill="none" stroke="#616061"/><circle cx="7" cy="5" r="2" fill="#616061"/></svg>';

/** Where the renderer departs from Slack: widths, gaps, and the small print of tables. */
const repairs = `
*{box-sizing:border-box;font-family:Inter,sans-serif!important} code,pre,pre *,.slack_inline_code{font-family:"DejaVu Sans Mono",monospace!important}
body{margin:0;background:#fff;font-size:15px;line-height:22px;letter-spacing:-.011em;color:#1d1c1d}
#picture{padding:14px 16px;background:#fff}
.row{display:flex;gap:8px;padding:6px 0} .face{width:36px;height:36px;border-radius:8px;flex:none;overflow:hidden;color:#fff;font-weight:700;display:grid;place-items:center}
.face svg{width:36px;height:36px;display:block} .body{min-width:0;flex:1} .who{font-weight:700} .app{background:#e8e8e8;color:#616061;border-radius:3px;font-size:10px;padding:1px 4px;margin:0 4px}
.time{color:#616061;font-size:12px;margin-left:4px} .only{color:#616061;font-size:13px} .said{white-space:pre-wrap}
.replies{border-top:1px solid #ddd;color:#616061;font-size:13px;padding:6px 0 2px}
.frame{border:1px solid #ddd;border-radius:12px;overflow:hidden;background:#fff} .bar{display:flex;align-items:center;gap:10px;padding:16px 20px;border-bottom:1px solid #e8e8e8;font-size:20px;font-weight:700}
.bar .face{width:28px;height:28px} .bar .face svg{width:28px;height:28px} .bar .x{margin-left:auto;color:#616061;font-weight:400} .inner{padding:10px 20px 16px}
.buttons{display:flex;justify-content:flex-end;gap:10px;padding:14px 20px;border-top:1px solid #e8e8e8} .buttons span{border:1px solid #bbb;border-radius:8px;padding:6px 14px;font-weight:700} .buttons .go{background:#007a5a;border-color:#007a5a;color:#fff}
.pair{display:flex;gap:20px;align-items:flex-start} .pair>*{flex:1}
.rich_text{margin-bottom:8px} .header{margin-bottom:6px} .slack_blocks_to_jsx{max-width:none!important} pre{white-space:pre-wrap!important;word-break:normal!important;overflow-wrap:break-word!important}
.line textarea{height:40px!important;min-height:0!important;resize:none}
`;

function face(svgOrLetter: string, colour = "#14202e"): string {
  return `<div class="face" style="background:${colour}">${svgOrLetter}</div>`;
}

const escapeHtml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const inputSchema = z.looseObject({
  type: z.string(),
  element: z.looseObject({ multiline: z.boolean().optional() }).optional(),
});

/** Blocks as Slack draws them, each by itself: the renderer leaves no gap between blocks of rich text. */
export function blocksHtml(blocks: readonly unknown[]): string {
  return `<div class="slack_blocks_to_jsx">${blocks.map(blockHtml).join("")}</div>`;
}

function blockHtml(block: unknown): string {
  const { type, element } = inputSchema.parse(block);
  // The renderer takes "verbatim" for "no formatting"; in Slack it only stops links and names from being added.
  const drawn = JSON.stringify(block).replaceAll(',"verbatim":true', "");
  const props: MessageProps = { blocks: [JSON.parse(drawn)], name: "", logo: "", theme: "light", withoutWrapper: true };
  const html = renderToStaticMarkup(createElement(Message, props)).replace(
    "<p>↵ Please &#x27;enter&#x27; to submit</p>",
    "",
  );
  const line = type === "input" && element?.multiline !== true ? " line" : "";
  return `<div class="${type}${line}">${html}</div>`;
}

export function shownHtml(shown: Shown): string {
  if (shown.by === "person") {
    const initial = escapeHtml(shown.name.slice(0, 1).toUpperCase());
    return `<div class="row">${face(initial, shown.colour)}<div class="body"><span class="who">${escapeHtml(shown.name)}</span><span class="time">${shown.time}</span><div class="said">${escapeHtml(shown.text)}</div></div></div>`;
  }
  const only = shown.onlyYou === true ? `<div class="only">${eye} Only visible to you</div>` : "";
  return `<div class="row">${face(mark)}<div class="body">${only}<span class="who">Rethink</span><span class="app">APP</span><span class="time">${shown.time}</span>${blocksHtml(shown.blocks)}</div></div>`;
}

/** A pop-up form, or the Home tab. */
export function framed(title: string, inner: string, submit?: string): string {
  const buttons =
    submit === undefined
      ? ""
      : `<div class="buttons"><span>Cancel</span><span class="go">${escapeHtml(submit)}</span></div>`;
  const close = submit === undefined ? "" : '<span class="x">✕</span>';
  return `<div class="frame"><div class="bar">${face(mark)}${escapeHtml(title)}${close}</div><div class="inner">${inner}</div>${buttons}</div>`;
}

export function page(content: string, width: number): string {
  return `<!doctype html><meta charset="utf-8"><style>${style}${fonts.join("")}${repairs}</style><body><div id="picture" style="width:${width}px">${content}</div></body>`;
}
