import type { Form } from "#src/reply/reply.ts";
import { componentType } from "./components.ts";

/**
 * A button holds 100 characters, so a form opened from it knows no present values. The line the button stands at says
 * them, and Discord hands the message back with the press: its first line becomes the hint of the form's first field.
 */
export function withPressedLine(form: Form, components: unknown, customId: string): Form {
  const line = lineOf(components, customId);
  const [first, ...rest] = form.fields;
  if (line === null || first === undefined) return form;
  const hint = [line, first.hint ?? ""].join(" ").trim();
  return { ...form, fields: [{ ...first, hint }, ...rest] };
}

/** The text beside the button, without its marks; null for a button that stands in a row. */
function lineOf(part: unknown, customId: string): string | null {
  if (part === null || typeof part !== "object") return null;
  if ("type" in part && part.type === componentType.section && "accessory" in part && "components" in part) {
    return idOf(part.accessory) === customId ? firstLine(part.components) : null;
  }
  for (const inner of Object.values(part)) {
    const line = lineOf(inner, customId);
    if (line !== null) return line;
  }
  return null;
}

function idOf(button: unknown): string | null {
  const isButton = button !== null && typeof button === "object" && "custom_id" in button;
  return isButton && typeof button.custom_id === "string" ? button.custom_id : null;
}

function firstLine(texts: unknown): string | null {
  const [first]: unknown[] = Array.isArray(texts) ? texts : [];
  if (first === null || typeof first !== "object" || !("content" in first) || typeof first.content !== "string") {
    return null;
  }
  const [line = ""] = first.content.split("\n");
  return line
    .replace(/\\(.)|[*`]/g, "$1")
    .replace(/\u200b/g, "")
    .trim();
}
