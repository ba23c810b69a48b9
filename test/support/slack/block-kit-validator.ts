import { Ajv, type ValidateFunction } from "ajv";
import { z } from "zod";
import { blockKitSchema } from "./block-kit-schema.ts";
import { chartFaults, totalFaults } from "./block-kit-totals.ts";

const { document, limits } = await blockKitSchema();
export const describedLimits = limits;

const ajv = new Ajv({ strict: false });
ajv.addSchema(document, "slack");
const compiled = new Map<string, ValidateFunction>();

function against(definition: string): ValidateFunction {
  const known = compiled.get(definition);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `slack#/definitions/${definition}` });
  compiled.set(definition, made);
  return made;
}

/** "rich_text" is described by RichTextBlock. */
function definitionOf(type: string): string {
  const words = type.split("_").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join("")}Block`;
}

const typed = z.looseObject({ type: z.string() });

function schemaFaults(definition: string, value: unknown, at: string): string[] {
  if (!(definition in document.definitions)) return [`${at}: there is no ${definition}`];
  const validate = against(definition);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `${at}${instancePath}: ${message}`);
}

function blockFaults(block: unknown, at: string): string[] {
  const read = typed.safeParse(block);
  if (!read.success) return [`${at}: a block needs a type`];
  if (read.data.type === "data_visualization") return chartFaults(block, at);
  return schemaFaults(definitionOf(read.data.type), block, at);
}

/** What Slack would object to in the blocks of a message; empty: nothing. */
export function messageFaults(blocks: readonly unknown[]): string[] {
  return [
    ...blocks.flatMap((block, index) => blockFaults(block, `/blocks/${index}`)),
    ...totalFaults(blocks, "message"),
  ];
}

const viewSchema = z.looseObject({ type: z.enum(["modal", "home"]), blocks: z.array(z.unknown()) });

/** The same for a modal or a Home page. */
export function viewFaults(view: unknown): string[] {
  const read = viewSchema.safeParse(view);
  if (!read.success) return ["a view needs a type and blocks"];
  const { type, blocks } = read.data;
  return [
    ...schemaFaults(type === "modal" ? "ModalView" : "HomeView", view, ""),
    ...blocks.flatMap((block, index) => blockFaults(block, `/blocks/${index}`)),
    ...totalFaults(blocks, type),
  ];
}
