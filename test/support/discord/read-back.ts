import { type Payload, payloadOf } from "./gateway-payloads.ts";

/** A message as a person reads it. */
export interface ReadMessage {
  id: string;
  /** All text in reading order, markup included. */
  text: string;
  buttons: readonly ReadButton[];
  /** Colour of the edge; null: none. */
  accent: number | null;
  files: readonly string[];
  authorId: string;
  repliesTo: string | null;
}

export interface ReadButton {
  label: string;
  customId: string;
  /** The first line of the text beside it; null for a button in a row. */
  beside: string | null;
}

export function readMessage(message: object): ReadMessage {
  const data = payloadOf(message);
  const parts = objectsIn(data["components"]);
  const text = parts.filter(({ type }) => type === 10).map(({ content }) => String(content));
  return {
    id: String(data["id"]),
    text: [String(data["content"] ?? ""), ...text].filter((part) => part !== "").join("\n"),
    buttons: buttonsIn(data["components"], null),
    accent: Number(parts.find(({ type }) => type === 17)?.["accent_color"] ?? Number.NaN) || null,
    files: objectsIn(data["attachments"]).map(({ filename }) => String(filename)),
    authorId: String(payloadOf(data["author"])["id"]),
    repliesTo: idOrNull(payloadOf(data["message_reference"])["message_id"]),
  };
}

function idOrNull(id: unknown): string | null {
  return typeof id === "string" ? id : null;
}

function buttonsIn(part: unknown, beside: string | null): ReadButton[] {
  if (Array.isArray(part)) return part.flatMap((one) => buttonsIn(one, beside));
  if (part === null || typeof part !== "object") return [];
  const component = payloadOf(part);
  if (component["type"] === 2) {
    return [{ label: String(component["label"]), customId: String(component["custom_id"]), beside }];
  }
  if (component["type"] !== 9) return buttonsIn(component["components"], beside);
  const [line = ""] = objectsIn(component["components"]).map(({ content }) => String(content).split("\n")[0] ?? "");
  return buttonsIn(component["accessory"], line);
}

function objectsIn(value: unknown): Payload[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (value === null || typeof value !== "object") return [];
  return [payloadOf(value), ...Object.values(value).flatMap(objectsIn)];
}
