import type { Interaction } from "discord.js";
import { UserError } from "#src/errors.ts";
import type { Door } from "#src/platforms/port.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import type { Form } from "#src/reply/reply.ts";
import { OUTDATED } from "#src/reply/wording/platform-words.ts";
import { readCustomId } from "./custom-id.ts";
import type { Asked, FirstResponses } from "./first-response.ts";
import { buttonInvocation, commandInvocation, filledIn, formInvocation, menuInvocation } from "./incoming.ts";
import { textOf } from "./message-text.ts";
import { readAnswers } from "./modal.ts";
import { withPressedLine } from "./pressed-line.ts";

/** What an interaction asks for, and how Discord wants to hear of it first. */
interface Request {
  acknowledge: Asked["acknowledge"];
  invocation: Invocation;
  form: Form | null;
}

/** Everything a person does that Discord wants answered within three seconds: command, press, form, menu. */
export function createInteractionListener(door: Door, responses: FirstResponses) {
  return async (interaction: Interaction): Promise<void> => {
    const { id, token } = interaction;
    try {
      const request = requestOf(interaction, door);
      if (request === null) throw new UserError({ code: "unknown-verb", ...OUTDATED });
      await responses.take(door, { id, token, acknowledge: request.acknowledge }, request.invocation, request.form);
    } catch (error) {
      await responses.refuse({ id, token, acknowledge: "wait" }, error);
    }
  };
}

/** Null for what this version did not make: a button or a command of another one. */
function requestOf(interaction: Interaction, door: Door): Request | null {
  if (interaction.isChatInputCommand()) return withForm(door, "wait", commandInvocation(interaction));
  if (interaction.isMessageContextMenuCommand()) {
    return withForm(door, "wait", menuInvocation(interaction, textOf(interaction.targetMessage)));
  }
  if (interaction.isButton()) return pressed(door, interaction);
  if (!interaction.isModalSubmit()) return null;
  const meaning = readCustomId(interaction.customId);
  if (meaning === null) return null;
  const answers = readAnswers([...interaction.fields.fields.values()]);
  const invocation = formInvocation(interaction, meaning, answers);
  const acknowledge = interaction.isFromMessage() ? "quiet" : "wait";
  return invocation === null ? null : { acknowledge, invocation, form: null };
}

function withForm(door: Door, acknowledge: Asked["acknowledge"], invocation: Invocation | null): Request | null {
  return invocation === null ? null : { acknowledge, invocation, form: door.formFor(invocation) };
}

function pressed(door: Door, interaction: Extract<Interaction, { isButton(): boolean }>): Request | null {
  if (!interaction.isButton()) return null;
  const meaning = readCustomId(interaction.customId);
  const invocation = meaning === null ? null : buttonInvocation(interaction, meaning);
  if (meaning === null || invocation === null) return null;
  const form = door.formFor(invocation) ?? (meaning.incomplete ? door.formFor({ ...invocation, args: {} }) : null);
  if (form === null) return { acknowledge: "quiet", invocation, form };
  const components = interaction.message.components.map((component) => component.toJSON());
  const filled = meaning.incomplete ? filledIn(form, meaning.args) : form;
  return { acknowledge: "quiet", invocation, form: withPressedLine(filled, components, interaction.customId) };
}
