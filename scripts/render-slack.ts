/**
 * Draws what Slack shows into docs/pictures: `node scripts/render-slack.ts [directory]`. The replies are worked out by
 * the model, rendered by the adapter, and drawn by slack-blocks-to-jsx in a local Chromium.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { nativeChart } from "#src/charts/native-chart.ts";
import { createPngDrawer } from "#src/charts/png.ts";
import { formView } from "#src/platforms/slack/modal.ts";
import { renderMessages, renderOneMessage } from "#src/platforms/slack/pages.ts";
import { homeLook, nativeLook, pictureLook } from "#src/platforms/slack/render.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import { openBrowser } from "./pictures/browser.ts";
import { digestReplies } from "./pictures/digest-replies.ts";
import { pictureReplies } from "./pictures/picture-replies.ts";
import { blocksHtml, framed, page, type Shown, shownHtml } from "./pictures/slack-html.ts";

const directory = process.argv[2] ?? "docs/pictures";
mkdirSync(directory, { recursive: true });
const replies = pictureReplies();
const drawer = createPngDrawer();
const browser = await openBrowser();
const WIDTH = 650;

/** Slack fetches an uploaded picture itself; here it is put in its place. */
async function withPictures(reply: Reply): Promise<unknown[]> {
  const charts: ChartSpec[] = [];
  const look = pictureLook((chart) => `F${charts.push(chart)}`, nativeChart);
  const { blocks } = renderOneMessage(reply, look);
  return Promise.all(
    blocks.map(async (block) => {
      if (block.type !== "image" || !("slack_file" in block) || !("id" in block.slack_file)) return block;
      const chart = charts[Number(block.slack_file.id.slice(1)) - 1];
      if (chart === undefined) return block;
      const png = await drawer.drawPng(chart, "light");
      return { type: "image", alt_text: block.alt_text, image_url: `data:image/png;base64,${png.toString("base64")}` };
    }),
  );
}

const by = async (reply: Reply, time: string): Promise<Shown> => ({
  by: "rethink",
  time,
  blocks: await withPictures(reply),
});
const onlyYou = (reply: Reply): Shown[] =>
  renderMessages(reply, nativeLook(nativeChart)).map(({ blocks }) => ({
    by: "rethink",
    time: "10:12",
    blocks,
    onlyYou: true,
  }));
const said = (name: string, colour: string, time: string, text: string): Shown => ({
  by: "person",
  name,
  colour,
  time,
  text,
});

async function draw(name: string, shown: readonly Shown[], before = ""): Promise<void> {
  await browser.picture(
    page(before + shown.map(shownHtml).join(""), WIDTH),
    join(directory, `slack-${name}.png`),
    WIDTH,
  );
}

function modal(form: Form): string {
  const view = formView(form, { channel: "C0ARCH" });
  if (view === null) throw new Error(`"${form.title}" is no modal`);
  return framed(view.title.text, blocksHtml(view.blocks), view.submit?.text);
}

await draw("review-card", [await by(replies.card, "10:12")]);
await draw(
  "thread",
  [
    await by(replies.opener, "10:13"),
    said("sam", "#a63c06", "10:14", replies.asked),
    await by(replies.why, "10:14"),
    said("lin", "#147d64", "10:15", replies.followUp),
    await by(replies.difference, "10:15"),
  ],
  '<div class="replies">5 replies</div>',
);
await draw("limits", onlyYou(replies.limits));
await draw("breakdown", onlyYou(replies.breakdown));
await draw("assumptions", onlyYou(replies.assumptions));
await draw("flips", onlyYou(replies.flips));
await draw("help", onlyYou(replies.help));
const digests = await digestReplies();
await draw("digest", [await by(digests.full, "9:00")]);
await draw("digest-others", [
  await by(digests.fired, "9:00"),
  await by(digests.priceReplay, "9:00"),
  await by(digests.empty, "9:00"),
  await by(digests.none, "9:00"),
]);
await draw("errors", replies.errors.flatMap(onlyYou));
const chartAlone: Reply = { ...replies.card, blocks: replies.card.blocks.filter(({ kind }) => kind === "chart") };
await draw("native-chart", [
  { by: "rethink", time: "10:12", blocks: renderOneMessage(chartAlone, nativeLook(nativeChart)).blocks },
]);
const modals = [replies.reviewForm, ...(replies.changeForm === null ? [] : [replies.changeForm])].map(modal);
await browser.picture(
  page(`<div class="pair">${modals.join("")}</div>`, 1000),
  join(directory, "slack-forms.png"),
  1000,
);
const home = framed("Rethink", blocksHtml(renderOneMessage(replies.home, homeLook).blocks));
await browser.picture(page(home, 700), join(directory, "slack-home.png"), 700);

await browser.close();
await drawer.close();
