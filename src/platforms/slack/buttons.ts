import type { types } from "@slack/bolt";
import { oneLine } from "#src/reply/clean-text.ts";
import type { Action, Span } from "#src/reply/reply.ts";
import { plainText, type SlackBlock } from "./block-kit.ts";
import { buttonValue } from "./button-value.ts";
import { slackLimits } from "./limits.ts";
import { paragraphBlocks } from "./rich-text.ts";

/** Every button of ours; the listener matches it. */
export const ACTION_PREFIX = "rethink:";

/**
 * @param position makes `action_id` unique within the message, which Slack asks for
 * @returns null when its options are too long for a button
 */
export function button(action: Action, position: number): types.Button | null {
  const value = buttonValue(action);
  if (value === null) return null;
  return {
    type: "button",
    action_id: `${ACTION_PREFIX}${action.verb}:${position}`,
    text: plainText(oneLine(action.label, slackLimits.buttonText) || action.verb),
    value,
    ...(action.emphasis === undefined ? {} : { style: action.emphasis }),
    ...(action.accessibilityLabel === undefined
      ? {}
      : { accessibility_label: oneLine(action.accessibilityLabel, slackLimits.accessibilityLabel) }),
  };
}

/** What to type instead of a button that cannot be. */
export function typedInstead(action: Action): Span[] {
  const line = ["/rethink", action.verb, ...(action.review === undefined ? [] : [action.review])].join(" ");
  return [
    { kind: "text", text: `${action.label}: `, style: "plain" },
    { kind: "text", text: line, style: "code" },
  ];
}

/** Rows of buttons; what cannot be one is written as the line to type. */
export function actionBlocks(actions: readonly Action[], firstPosition: number): SlackBlock[] {
  const made = actions.map((action, index) => ({ action, element: button(action, firstPosition + index) }));
  const buttons = made.flatMap(({ element }) => (element === null ? [] : [element]));
  const rows: SlackBlock[] = [];
  for (let at = 0; at < buttons.length; at += slackLimits.buttonsPerRow) {
    rows.push({ type: "actions", elements: buttons.slice(at, at + slackLimits.buttonsPerRow) });
  }
  const typed = made.flatMap(({ action, element }) => (element === null ? paragraphBlocks(typedInstead(action)) : []));
  return [...rows, ...typed];
}
