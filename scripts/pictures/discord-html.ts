import { readFileSync } from "node:fs";
import { renderHTMLFromJSON } from "discord-message-transcript";
import type { MessageBody } from "#src/platforms/discord/components.ts";
import type { ModalBody } from "#src/platforms/discord/modal.ts";

/** One message in a picture: what Rethink posts, or what a person writes. */
export type Shown =
  | { by: "rethink"; time: string; body: MessageBody; pictures: ReadonlyMap<string, string>; onlyYou?: boolean }
  | { by: "person"; id: string; time: string; text: string };

/** Discord's own typeface is not at hand; Inter is, from the charts. */
const fonts = (["400Regular", "700Bold"] as const).map((cut) => {
  const file = readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/inter/${cut}/Inter_${cut}.ttf`)));
  return `@font-face{font-family:Inter;font-weight:${cut.slice(0, 3)};src:url(data:font/ttf;base64,${file.toString("base64")})}`;
});

const svgUrl = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;

/** The product's mark: two cost lines that cross. */
const mark = svgUrl(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#14202e"/><path d="M6 13h24" stroke="#f2994a" stroke-width="3" stroke-linecap="round"/><path d="M8 6c3 10 10 16 22 18" fill="none" stroke="#56a3f5" stroke-width="3" stroke-linecap="round"/><circle cx="10.6" cy="13" r="3.4" fill="#fff"/></svg>',
);
const letter = (name: string, colour: string): string =>
  svgUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" font-family="Inter,sans-serif" font-weight="700" font-size="18" text-anchor="middle" fill="#fff">${name.charAt(0).toUpperCase()}</text></svg>`,
  );

const APP = "300000000000000001";
const people = [
  { id: APP, name: "Rethink", bot: true, avatarURL: mark },
  { id: "310000000000000001", name: "ada", bot: false, avatarURL: letter("ada", "#8250b0") },
  { id: "310000000000000002", name: "lin", bot: false, avatarURL: letter("lin", "#147d64") },
  { id: "310000000000000003", name: "sam", bot: false, avatarURL: letter("sam", "#a63c06") },
];

/** Where the renderer departs from Discord: width, gaps, buttons, the header of a transcript. */
const repairs = `
html,body,main{height:auto!important;max-height:none!important;overflow:visible!important}
pre{margin:6px 0!important}
.mediaGallery{aspect-ratio:auto!important;padding:4px 0!important;max-width:none!important} .mediaGalleryImg{height:auto!important;object-fit:contain!important;border-radius:8px!important}
.container{min-width:0!important;max-width:none!important;padding:14px 16px!important} .actionRow{flex-wrap:wrap!important} .buttonLabel{white-space:nowrap} .messageDivRight{overflow:visible!important}
.button{height:34px!important;background:#4a4b53!important;border-radius:8px!important;font-weight:500!important;color:#fff!important}
*{font-family:Inter,sans-serif!important} code,code *,pre,pre *{font-family:"DejaVu Sans Mono",monospace!important}
body{background:#323339!important;margin:0;padding:0;letter-spacing:-.006em} header,footer{display:none!important}
main{padding:10px 14px!important;margin:0!important;gap:0!important} .messageDiv{padding:6px 0!important;margin:0!important}
.messageImg{width:40px!important;height:40px!important;border-radius:50%!important} .messageDivRight{min-width:0;flex:1}
.messageUsername{color:#f2f3f5!important;font-size:16px!important;font-weight:700!important} .messageTimeStamp{font-size:12px!important;color:#949ba4!important}
.messageContent,.textDisplay,p,li,div{line-height:1.375} .subtext{color:#a5a8af!important;font-size:13px!important;margin:0!important}
h2{font-size:20px!important;line-height:1.3!important;margin:6px 0!important;color:#f2f3f5} code{background:#1f2024!important;border:1px solid #3f4045;border-radius:4px;padding:0 4px!important;font-size:13.6px!important;white-space:pre-wrap}
pre code{display:block;padding:8px 10px!important;overflow-wrap:anywhere} .mention{background:#3c4270!important;color:#c9cdfb!important;border-radius:3px;padding:0 2px;font-weight:500}
.only::after{content:"Only you can see this · Dismiss message";display:block;margin:4px 0 4px 56px;color:#949ba4;font-size:12.5px}
.modal{margin:14px;padding:20px 24px;border-radius:10px;background:#242429;color:#dbdee1;border:1px solid #3a3b42;width:440px;display:inline-block;vertical-align:top}
.modal h2{margin:0 0 10px!important} .modal b{display:block;margin-top:14px;font-size:15px} .modal small{color:#a5a8af;font-size:13px;display:block;margin-top:2px} .modal i{color:#f23f43}
.modal .in{margin-top:6px;background:#1d1e22;border:1px solid #3f4045;border-radius:8px;padding:10px 12px;color:#7d7f87;font-size:15px;min-height:21px} .modal .set{color:#dbdee1} .modal .tall{min-height:70px}
.modal .menu::after{content:"⌄";float:right;color:#dbdee1} .modal .foot{display:flex;gap:10px;margin-top:22px} .modal .foot span{flex:1;text-align:center;padding:9px;border-radius:8px;background:#3c3d44;color:#fff} .modal .foot .go{background:#5865f2}
`;

/** The messages as discord-message-transcript draws them, as one page. */
export async function transcriptPage(shown: readonly Shown[], width: number): Promise<string> {
  const html = await renderHTMLFromJSON(JSON.stringify(transcript(shown)), {
    returnType: "string",
    selfContained: true,
    watermark: false,
  });
  const marked = shown.reduce(
    (page, message, index) =>
      message.by === "rethink" && message.onlyYou === true
        ? page.replace(
            `class="messageDiv" id="${messageId(index)}"`,
            `class="messageDiv only" id="${messageId(index)}"`,
          )
        : page,
    html,
  );
  return framed(marked, width);
}

function framed(html: string, width: number): string {
  return html
    .replace("</head>", `<style>${fonts.join("")}${repairs} body{width:${width}px}</style></head>`)
    .replace("<body>", '<body id="picture">')
    .replace(/(<pre><code[^>]*>)(?:\s|<br>)+/g, "$1")
    .replace(/<\/pre>(?:\s|<br>)*/g, "</pre>")
    .replace(/(messageTimeStamp">[^<]*\d\d:\d\d):\d\d</g, "$1<");
}

const messageId = (index: number): string => `32000000000000000${index}`;

function transcript(shown: readonly Shown[]) {
  return {
    authors: people.map(({ id, name, bot, avatarURL }) => ({
      id,
      bot,
      avatarURL,
      displayName: name,
      guildTag: null,
      member: { displayHexColor: "#f2f3f5", displayName: name },
      system: false,
    })),
    channel: { id: "330000000000000001", img: null, name: "design", parent: null, topic: null },
    guild: { icon: null, id: "340000000000000001", name: "Acme" },
    messages: shown.map((message, index) => ({
      attachments: [],
      authorId: message.by === "rethink" ? APP : message.id,
      components: message.by === "rethink" ? message.body.components.map((one) => drawable(one, message.pictures)) : [],
      content: message.by === "rethink" ? "" : message.text,
      createdTimestamp: Date.parse(`2026-11-25T${message.time}:00Z`),
      embeds: [],
      id: messageId(index),
      mentions: false,
      poll: null,
      reactions: [],
      references: null,
      system: false,
    })),
    options: {
      fileName: "rethink",
      disableWarnings: true,
      includeAttachments: true,
      includeButtons: true,
      includeComponents: true,
      includeEmpty: true,
      includeEmbeds: false,
      includePolls: false,
      includeReactions: false,
      includeV2Components: true,
      localDate: "en-GB",
      quantity: shown.length,
      returnFormat: "HTML",
      returnType: "string",
      safeMode: false,
      saveImages: false,
      selfContained: true,
      timeZone: "UTC",
      watermark: false,
    },
    mentions: {
      channels: [],
      roles: [],
      users: people.map(({ id, name }) => ({ id, name, color: null })),
    },
  };
}

/** The transcript's own names for a few fields; attached pictures are put in their place. */
function drawable(component: unknown, pictures: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(component)) return component.map((one) => drawable(one, pictures));
  if (component === null || typeof component !== "object") return component;
  const drawn: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(component)) {
    if (key === "accent_color") drawn["hexAccentColor"] = `#${Number(value).toString(16).padStart(6, "0")}`;
    else if (key === "url" && typeof value === "string") {
      drawn["url"] = pictures.get(value.replace("attachment://", "")) ?? value;
    } else drawn[key] = drawable(value, pictures);
  }
  return { hexAccentColor: "#2b2d31", disabled: false, emoji: null, spoiler: false, ...drawn };
}

const escapeHtml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Forms as Discord's client draws them; nothing draws these for us. */
export function modalPage(modals: readonly ModalBody[], width: number): string {
  const drawn = modals.map(({ title, components }) => {
    const fields = components.map((part) => (part.type === 18 ? field(part) : "")).join("");
    return `<div class="modal"><h2>${escapeHtml(title)}</h2>${fields}<div class="foot"><span>Cancel</span><span class="go">Submit</span></div></div>`;
  });
  return framed(`<!DOCTYPE html><html><head></head><body>${drawn.join("")}</body></html>`, width);
}

type Labelled = Extract<ModalBody["components"][number], { type: 18 }>;

function field({ label, description, component }: Labelled): string {
  const required = "required" in component && component.required === true ? " <i>*</i>" : "";
  const hint = description == null ? "" : `<small>${escapeHtml(description)}</small>`;
  return `<b>${escapeHtml(label)}${required}</b>${hint}${input(component)}`;
}

function input(component: Labelled["component"]): string {
  if (component.type === 3) {
    const chosen = component.options.find((option) => option.default === true)?.label;
    return `<div class="in menu${chosen === undefined ? "" : " set"}">${escapeHtml(chosen ?? component.placeholder ?? "")}</div>`;
  }
  if (component.type !== 4) return "";
  const tall = component.style === 2 ? " tall" : "";
  const set = component.value === undefined ? "" : " set";
  return `<div class="in${tall}${set}">${escapeHtml(component.value ?? component.placeholder ?? "")}</div>`;
}
