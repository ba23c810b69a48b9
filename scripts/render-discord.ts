/**
 * Draws what Discord shows into docs/pictures: `node scripts/render-discord.ts [directory]`. The replies are worked out
 * by the model, rendered by the adapter, and drawn by discord-message-transcript in a local Chromium.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createPngDrawer } from "#src/charts/png.ts";
import { attachmentSources } from "#src/platforms/discord/attachments.ts";
import { formModal } from "#src/platforms/discord/modal.ts";
import { renderMessages, renderOneMessage } from "#src/platforms/discord/pages.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import { openBrowser } from "./pictures/browser.ts";
import { digestReplies } from "./pictures/digest-replies.ts";
import { modalPage, type Shown, transcriptPage } from "./pictures/discord-html.ts";
import { pictureReplies } from "./pictures/picture-replies.ts";

const directory = process.argv[2] ?? "docs/pictures";
mkdirSync(directory, { recursive: true });
const replies = pictureReplies();
const drawer = createPngDrawer();
const browser = await openBrowser();
const WIDTH = 640;
const PHONE_WIDTH = 400;

/** Discord fetches an attached picture itself; here it is put in its place. */
async function picturesOf(reply: Reply): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  for (const [name, source] of attachmentSources(reply)) {
    if (source.kind !== "chart") continue;
    const png = await drawer.drawPng(source.chart, "dark");
    pictures.set(name, `data:image/png;base64,${png.toString("base64")}`);
  }
  return pictures;
}

const by = async (reply: Reply, time: string): Promise<Shown> => ({
  by: "rethink",
  time,
  body: renderOneMessage(reply),
  pictures: await picturesOf(reply),
});
const onlyYou = (reply: Reply): Shown[] =>
  renderMessages(reply).map((body) => ({ by: "rethink", time: "10:12", body, pictures: new Map(), onlyYou: true }));
const said = (id: string, time: string, text: string): Shown => ({
  by: "person",
  id,
  time,
  text: text.replace(/^@Rethink/, "<@300000000000000001>"),
});

async function draw(name: string, shown: readonly Shown[], width = WIDTH): Promise<void> {
  await browser.picture(await transcriptPage(shown, width), join(directory, `discord-${name}.png`), width);
}

await draw("review-card", [await by(replies.card, "10:12")]);
await draw("review-card-phone", [await by(replies.card, "10:12")], PHONE_WIDTH);
await draw("thread", [
  await by(replies.opener, "10:13"),
  said("310000000000000003", "10:14", replies.asked),
  await by(replies.why, "10:14"),
  said("310000000000000002", "10:15", replies.followUp),
  await by(replies.difference, "10:15"),
]);
await draw("limits", onlyYou(replies.limits));
await draw("breakdown", onlyYou(replies.breakdown));
await draw("assumptions", onlyYou(replies.assumptions));
await draw("flips", onlyYou(replies.flips));
await draw("help", onlyYou(replies.help));
const digests = await digestReplies();
await draw("digest", [await by(digests.full, "09:00")]);
await draw("digest-others", [
  await by(digests.fired, "09:00"),
  await by(digests.priceReplay, "09:00"),
  await by(digests.empty, "09:00"),
  await by(digests.none, "09:00"),
]);
await draw("errors", replies.errors.flatMap(onlyYou));

const forms: Form[] = [replies.reviewForm, ...(replies.changeForm === null ? [] : [replies.changeForm])];
const modals = forms.flatMap((form) => formModal(form) ?? []);
const MODALS_WIDTH = 1060;
await browser.picture(modalPage(modals, MODALS_WIDTH), join(directory, "discord-forms.png"), MODALS_WIDTH);

await browser.close();
await drawer.close();
