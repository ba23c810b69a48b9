import type { APIButtonComponentWithCustomId } from "discord.js";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Action, Span } from "#src/reply/reply.ts";
import { code, plain } from "#src/reply/spans.ts";
import { componentType, type Row, row } from "./components.ts";
import { writeCustomId } from "./custom-id.ts";
import { discordLimits } from "./limits.ts";

/** docs: components/reference, button styles. */
const buttonStyle = { primary: 1, secondary: 2, danger: 4 } as const;

/**
 * Discord has no accessibility label; where the neutral reply gives one, the sentence beside the button says it.
 *
 * @param position makes `custom_id` unique within the message
 * @returns null when its options are too long for a button
 */
export function button(action: Action, position: number): APIButtonComponentWithCustomId | null {
  const customId = writeCustomId("b", position, action);
  if (customId === null) return null;
  return {
    type: componentType.button,
    style: buttonStyle[action.emphasis ?? "secondary"],
    label: short(action.label, discordLimits.buttonLabel) || action.verb,
    custom_id: customId,
  };
}

/** One line of at most `max` UTF-16 units, which is how Discord counts: an emoji is several. */
export function short(text: string, max: number): string {
  for (let characters = max; characters > 0; characters = Math.floor(characters / 2)) {
    const line = oneLine(text, characters);
    if (line.length <= max) return line;
  }
  return "";
}

/** What to type instead of a button that cannot be; Discord reads a pasted line into the command's options. */
export function typedInstead(action: Action): Span[] {
  const options = Object.entries(action.args).map(([name, value]) => `${name}:${value}`);
  const review = action.review === undefined ? [] : [`review:${action.review}`];
  return [plain(`${action.label}: `), code(["/rethink", action.verb, ...options, ...review].join(" "))];
}

/** Rows of buttons, and the lines to type for what cannot be one. */
export function actionRows(actions: readonly Action[], firstPosition: number): { rows: Row[]; typed: Span[][] } {
  const made = actions.map((action, index) => ({ action, element: button(action, firstPosition + index) }));
  const buttons = made.flatMap(({ element }) => (element === null ? [] : [element]));
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += discordLimits.buttonsPerRow) {
    rows.push(row(buttons.slice(at, at + discordLimits.buttonsPerRow)));
  }
  return { rows, typed: made.flatMap(({ action, element }) => (element === null ? [typedInstead(action)] : [])) };
}
