import { z } from "zod";

/** A limit Slack states in words, in the doc comment of a property of @slack/types. */
export interface DescribedLimit {
  /** "HeaderBlock.text". */
  property: string;
  kind: "maxLength" | "maxItems" | "textMaxLength" | "itemTextMaxLength" | "rowMaxItems" | "minLength";
  value: number;
}

const propertySchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  $ref: z.string().optional(),
});

const numberOf = (text: string): number => Number(text.replaceAll(",", ""));

const lengthWords = /(?:max(?:imum)?(?: length)?|limit)[^.]{0,90}?\b(\d[\d,]*) char/i;
const itemWords = [
  /max(?:imum)? number of (?:items|options|option groups|elements) is (\d+)/i,
  /max(?:imum)?(?: of)? (\d+) (?:elements|items|blocks|options|cards|rows)/i,
  /maximum of (\d+) elements/i,
];

/** Reads the limits a property's comment states. */
export function limitsOf(property: string, schema: unknown): DescribedLimit[] {
  const { type, description = "", $ref } = propertySchema.parse(schema);
  const limits: DescribedLimit[] = [];
  const length = lengthWords.exec(description)?.[1];
  const items = itemWords.map((pattern) => pattern.exec(description)?.[1]).find((found) => found !== undefined);
  const perItem = /text in each item is (\d[\d,]*) char/i.exec(description)?.[1];
  const cells = /max of (\d+) table cells/i.exec(description)?.[1];
  if (type === "array") {
    if (items !== undefined) limits.push({ property, kind: "maxItems", value: numberOf(items) });
    if (perItem !== undefined) limits.push({ property, kind: "itemTextMaxLength", value: numberOf(perItem) });
    if (cells !== undefined) limits.push({ property, kind: "rowMaxItems", value: numberOf(cells) });
  } else if (length !== undefined) {
    limits.push({ property, kind: type === "string" ? "maxLength" : "textMaxLength", value: numberOf(length) });
  }
  const least = /minimum length is (\d+)/i.exec(description)?.[1];
  if (least !== undefined && type === "string") limits.push({ property, kind: "minLength", value: numberOf(least) });
  return type === undefined && $ref === undefined && length === undefined ? [] : limits;
}

/** The limit as a piece of JSON Schema, to stand beside the property's own. */
export function asSchema({ kind, value }: DescribedLimit): object {
  switch (kind) {
    case "maxLength":
      return { maxLength: value };
    case "minLength":
      return { minLength: value };
    case "maxItems":
      return { maxItems: value };
    case "textMaxLength":
      return { properties: { text: { maxLength: value } } };
    case "itemTextMaxLength":
      return { items: { properties: { text: { maxLength: value } } } };
    case "rowMaxItems":
      return { items: { maxItems: value } };
  }
}
