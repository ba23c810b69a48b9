import * as spec from "discord-api-spec/zod";

/**
 * What Discord would refuse in a message, by two independent readings: its published schemas, and the totals those
 * schemas do not state (docs: components/reference and resources/message).
 */
export function messageFaults(body: Readonly<Record<string, unknown>>): string[] {
  const read = spec.MessageCreateRequestSchema.safeParse(body);
  const schema = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`.slice(0, 300));
  return [...schema, ...totalFaults(body)];
}

export function totalFaults(body: Readonly<Record<string, unknown>>): string[] {
  const parts = objectsIn(body["components"]);
  const components = parts.filter((part) => typeof part["type"] === "number");
  const text = components.filter((part) => part["type"] === 10).map((part) => String(part["content"]));
  const length = text.reduce((sum, content) => sum + content.length, 0);
  const ids = components.flatMap((part) => (typeof part["custom_id"] === "string" ? [part["custom_id"]] : []));
  const labels = components.flatMap((part) => (part["type"] === 2 ? [String(part["label"])] : []));
  const rows = components.filter((part) => part["type"] === 1);
  const flags = Number(body["flags"] ?? 0);
  const isV2 = (flags & (1 << 15)) !== 0;
  const attachments = attachedNames(body["attachments"]);
  const shown = parts.flatMap((part) => (typeof part["url"] === "string" ? [part["url"]] : []));
  return [
    ...(components.length > 40 ? [`${components.length} components`] : []),
    ...(length > 4000 ? [`${length} characters of text`] : []),
    ...(text.some((content) => content.trim() === "") ? ["an empty text"] : []),
    ...(labels.some((label) => label.trim() === "" || label.length > 80) ? ["a label that is empty or too long"] : []),
    ...(ids.some((id) => id.length > 100 || id === "") ? ["a custom_id that is empty or too long"] : []),
    ...(new Set(ids).size < ids.length ? ["a custom_id twice"] : []),
    ...(rows.some((row) => objectsIn(row["components"]).length > 5) ? ["more than 5 buttons in a row"] : []),
    ...(components.length > 0 && !isV2 ? ["components without the V2 flag"] : []),
    ...(isV2 && (body["content"] !== undefined || body["embeds"] !== undefined)
      ? ["content beside V2 components"]
      : []),
    ...(attachments.length > 10 ? [`${attachments.length} attachments`] : []),
    ...shown
      .filter((url) => !attachments.includes(url.replace("attachment://", "")))
      .map((url) => `${url} is not attached`),
    ...attachments.filter((name) => !shown.includes(`attachment://${name}`)).map((name) => `${name} is not shown`),
    ...(new Set(attachments).size < attachments.length ? ["an attachment name twice"] : []),
    ...(JSON.stringify(body["allowed_mentions"]) === '{"parse":[]}' ? [] : ["mentions are allowed"]),
  ];
}

function attachedNames(attachments: unknown): string[] {
  return objectsIn(attachments).map((attachment) => String(attachment["filename"]));
}

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (value === null || typeof value !== "object") return [];
  const entries = Object.entries(value);
  return [Object.fromEntries(entries), ...entries.flatMap(([, inner]) => objectsIn(inner))];
}

/** What Discord would refuse in the `data` of a response that opens a form. */
export function modalFaults(modal: object): string[] {
  const read = spec.ModalInteractionCallbackRequestSchema.safeParse({ type: 9, data: modal });
  const schema = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`.slice(0, 300));
  const parts = objectsIn(modal);
  const names = parts.slice(1).flatMap((part) => (typeof part["custom_id"] === "string" ? [part["custom_id"]] : []));
  const tooLong = (key: string, max: number): string[] =>
    parts
      .map((part) => part[key])
      .filter((value) => typeof value === "string" && (value.length > max || value.trim() === ""))
      .map((value) => `${key} ${String(value).length}`);
  return [
    ...schema,
    ...tooLong("custom_id", 100),
    ...tooLong("title", 45),
    ...tooLong("placeholder", 150),
    ...tooLong("description", 100),
    ...(new Set(names).size < names.length ? ["a field twice"] : []),
    ...parts
      .filter((part) => part["type"] === 18 && String(part["label"]).length > 45)
      .map((part) => `label ${String(part["label"]).length}`),
  ];
}
