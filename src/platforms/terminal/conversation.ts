import type { Door } from "#src/platforms/port.ts";
import type { Actor, Invocation, Where } from "#src/reply/invocation.ts";
import { numberedActions } from "#src/reply/numbered-actions.ts";
import type { Action, Form, Reply } from "#src/reply/reply.ts";
import { CANCELLED, NO_SUCH_CHOICE } from "#src/reply/wording/terminal-words.ts";
import { type FormPrompt, promptForm } from "./form-prompt.ts";
import type { Shown } from "./seats.ts";

export interface ConversationParts {
  door: Door;
  actor: Actor;
  tenant: string;
  channel: string;
  newEventId(): string;
  /** Shows lines of the terminal itself: a form's questions. */
  say(text: string): Promise<void>;
}

/** One person's lines turned into invocations. Bare lines belong to the thread of the latest review. */
export interface Conversation {
  /** Takes one line. `leave`: the person is done. */
  line(text: string): Promise<"stay" | "leave">;
  /** Remembers what was shown: its buttons are the numbers that can be typed next. */
  saw(shown: Shown): void;
  /** The form that waits for an answer. */
  openForm(): Form | null;
  /** Presses a button of a message that was shown. */
  press(action: Action, on: Shown | null): Promise<void>;
  /** Sends the open form with these answers. */
  submit(answers: Readonly<Record<string, string>>): Promise<void>;
  /** Says a line in a thread of choice, rather than in that of the latest review. */
  sayIn(thread: string, text: string, addressed: boolean): Promise<void>;
}

const LEAVE = /^\/?(?:quit|exit|bye|q)$/i;
const CANCEL = /^\/(?:cancel|c)$/i;
/** "1", "1 is 60%", "1 = 60%", "1: 60%". */
const CHOICE = /^(\d{1,3})(?:\s*(?:is|=|:)\s*(.+))?$/i;

export function createConversation(parts: ConversationParts): Conversation {
  const { door, say } = parts;
  const here: Where = { platform: "terminal", tenant: parts.tenant, channel: parts.channel };
  let thread: string | null = null;
  let choices: readonly Action[] = [];
  let prompt: FormPrompt | null = null;

  const invocation = (what: Partial<Invocation>, where: Where): Invocation => ({
    verb: null,
    args: {},
    actor: parts.actor,
    where,
    eventId: parts.newEventId(),
    addressed: true,
    ...what,
  });
  const inThread = (): Where => (thread === null ? here : { ...here, thread });

  async function send(event: Invocation): Promise<void> {
    const form = door.formFor(event);
    if (form === null) await door.accept(event);
    else await ask(form);
  }

  async function ask(form: Form): Promise<void> {
    prompt = promptForm(form);
    await say(prompt.question().join("\n"));
  }

  async function answer(line: string, open: FormPrompt): Promise<void> {
    const taken = open.answer(line);
    if (taken.kind === "done") return submit(taken.answers);
    if (taken.kind === "again") await say(taken.because);
    await say(open.question().join("\n"));
  }

  async function submit(answers: Readonly<Record<string, string>>): Promise<void> {
    const form = prompt?.form;
    prompt = null;
    if (form === undefined) return;
    const about = form.review === undefined ? {} : { review: form.review };
    await door.accept(invocation({ verb: form.verb, args: { ...form.args, ...answers }, ...about }, here));
  }

  async function press(action: Action, on: Shown | null): Promise<void> {
    const { verb, args, review, form } = action;
    if (form !== undefined) return ask(form);
    const where = on?.thread == null ? here : { ...here, thread: on.thread };
    await send(invocation({ verb, args, ...(review === undefined ? {} : { review }) }, where));
  }

  async function choose(number: number, value: string | undefined): Promise<void> {
    const action = choices[number - 1];
    if (action === undefined) return say(NO_SUCH_CHOICE);
    if (value === undefined) return press(action, null);
    const field = action.form?.fields[0];
    if (action.form === undefined || field === undefined) return say(NO_SUCH_CHOICE);
    prompt = promptForm(action.form);
    await submit({ [field.name]: value });
  }

  return {
    saw: ({ id, kind, reply, opener }) => {
      if (kind === "edit") return;
      if (kind === "card") thread = id;
      const shown = [...numberedActions(reply), ...(opener === null ? [] : numberedActions(opener))];
      if (shown.length > 0) choices = shown;
    },
    openForm: () => prompt?.form ?? null,
    press,
    submit,
    sayIn: async (id, text, addressed) => {
      await door.accept(invocation({ args: { text }, addressed }, { ...here, thread: id }));
    },
    line: async (line) => {
      const text = line.trim();
      if (prompt !== null) {
        if (CANCEL.test(text)) {
          prompt = null;
          await say(CANCELLED);
        } else if (LEAVE.test(text) && text.startsWith("/")) return "leave";
        else await answer(line, prompt);
        return "stay";
      }
      if (text === "") return "stay";
      if (LEAVE.test(text)) return "leave";
      const choice = CHOICE.exec(text);
      if (choice !== null && choices.length > 0) await choose(Number(choice[1]), choice[2]);
      else if (text.startsWith("/")) {
        const typed = text.replace(/^\/(?:rethink\b)?\s*/i, "");
        await send(invocation({ args: { text: typed } }, here));
      } else await send(invocation({ args: { text, place: "anywhere" } }, inThread()));
      return "stay";
    },
  };
}

/** Card and opener as one reply, so that the numbers of their buttons run on. */
export function withOpener(reply: Reply, opener: Reply | null): Reply {
  return opener === null ? reply : { ...reply, blocks: [...reply.blocks, ...opener.blocks] };
}
