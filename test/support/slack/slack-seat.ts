import type { Seat, SeenMessage } from "#test/scenarios/driver.ts";
import { humanClient } from "./human-client.ts";
import type { OpenForms } from "./open-forms.ts";
import * as slack from "./payloads.ts";
import type { PrivateAnswers } from "./private-answers.ts";
import { buttonsOf, type ReadMessage, readMessages, viewOf } from "./read-back.ts";
import { downloaded, saysFileWasSent, seenMessages, seenPrivately } from "./seen.ts";
import type { Answer, SignedSender } from "./signed.ts";

export interface SeatParts {
  person: string;
  tenant: { team: string; botUserId: string; token: string };
  channel: string;
  emulatorUrl: string;
  answers: PrivateAnswers;
  forms: OpenForms;
  /** The address changes when the service is started again. */
  send(): SignedSender;
  /** Called with what was just delivered, to deliver it again. */
  delivered(repeat: () => Promise<unknown>): void;
}

/** One person in one channel, doing what people do in Slack. */
export async function slackSeat(parts: SeatParts): Promise<Seat> {
  const { channel, tenant, answers } = parts;
  const human = humanClient(parts.emulatorUrl, parts.person);
  const { user_id: id = "" } = await human.auth.test();
  const person = { id, name: parts.person };
  const workspace = { team: tenant.team };
  const responseUrl = (): string => answers.urlFor({ person: id, channel, bot: tenant.botUserId });

  async function deliver(send: () => Promise<Answer>): Promise<void> {
    parts.delivered(send);
    const { status } = await send();
    if (status !== 200) throw new Error(`Rethink answered ${status}`);
  }

  const trigger = (): Promise<string> => parts.forms.trigger(person, tenant.token);

  /** What the bot wrote here: the channel and every thread in it. */
  async function posted(): Promise<ReadMessage[]> {
    const roots = (await readMessages(human, channel)).reverse();
    const threads = await Promise.all(roots.map(({ ts }) => readMessages(human, channel, ts)));
    return threads.flat().filter(({ user }) => user === tenant.botUserId);
  }

  /** Files that came to the person's own conversation, by the private answer that says so: they come in its order. */
  async function filesSent(): Promise<Map<string, SeenMessage["files"]>> {
    const saying = answers.fromBot(id, tenant.botUserId).filter(saysFileWasSent);
    if (saying.length === 0) return new Map();
    const { channels = [] } = await human.conversations.list({ types: "im" });
    const direct = channels.find(({ user }) => user === tenant.botUserId)?.id;
    const files = direct === undefined ? [] : (await readMessages(human, direct)).reverse().flatMap((one) => one.files);
    const read = await Promise.all(files.map((file) => downloaded(file, parts.emulatorUrl, parts.person)));
    return new Map(saying.map((message, index) => [message.id, read.slice(index, index + 1)]));
  }

  return {
    async slash(text) {
      const payload = slack.command({
        person,
        channel,
        text,
        trigger: await trigger(),
        responseUrl: responseUrl(),
        workspace,
      });
      await deliver(() => parts.send().command(payload));
    },
    async say(card, words, addressed) {
      const text = addressed ? `<@${tenant.botUserId}> ${words}` : words;
      const sent = await human.chat.postMessage({ channel, thread_ts: card, text });
      const ts = sent.ts ?? "";
      const heard = slack.envelope(slack.message(person, channel, text, ts, { thread_ts: card }), { workspace });
      await deliver(() => parts.send().event(heard));
      // Slack reports a mention twice: as the message it is, and as a mention.
      if (addressed) {
        const mention = slack.envelope(slack.mention(person, channel, text, ts, card), { workspace });
        await deliver(() => parts.send().event(mention));
      }
    },
    async press(message, label) {
      const privately = answers.seenBy(id, channel).find((one) => one.id === message);
      const shown = privately ?? (await posted()).find(({ ts }) => ts === message);
      if (shown === undefined) throw new Error("there is no such message");
      const buttons = buttonsOf(shown.blocks);
      const button = buttons.find((one) => (one.accessibility_label ?? one.text.text) === label);
      if (button === undefined) throw new Error(`no button "${label}"`);
      const thread = "ts" in shown ? shown.thread_ts : (shown.thread ?? undefined);
      const payload = slack.press({
        person,
        channel,
        message: { ts: "ts" in shown ? shown.ts : "1.1", thread_ts: thread, isEphemeral: privately !== undefined },
        button: { action_id: button.action_id, value: button.value },
        trigger: await trigger(),
        responseUrl: responseUrl(),
        workspace,
      });
      await deliver(() => parts.send().interaction(payload));
    },
    async submit(answered) {
      const view = parts.forms.openFor(person);
      if (view === undefined) throw new Error("no form is open");
      const payload = slack.submission(person, viewOf(view), answered, await trigger(), workspace);
      await deliver(() => parts.send().interaction(payload));
      parts.forms.close(view);
    },
    async openForm() {
      const view = parts.forms.openFor(person);
      if (view === undefined) return null;
      const { title, blocks } = viewOf(view);
      return { title: title?.text ?? "", fields: blocks.flatMap(({ block_id }) => block_id ?? []) };
    },
    async messages(): Promise<readonly SeenMessage[]> {
      const sent = await filesSent();
      const privately = seenPrivately(answers.seenBy(id, channel), (message) => sent.get(message.id) ?? []);
      return [...(await seenMessages(await posted(), parts.emulatorUrl, parts.person)), ...privately];
    },
  };
}
