import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { Block, Reply } from "#src/reply/reply.ts";

export type FileBlock = Extract<Block, { kind: "file" }>;

/** What an attachment's bytes are made from. */
export type AttachmentSource = { kind: "chart"; chart: ChartSpec } | { kind: "file"; file: FileBlock };

/**
 * Charts and files of a reply by the name they are attached under. Names follow from the reply alone, so that the bytes
 * can be made apart from the message.
 */
export function attachmentSources(reply: Reply): Map<string, AttachmentSource> {
  const sources = new Map<string, AttachmentSource>();
  for (const block of reply.blocks) {
    if (block.kind === "chart") sources.set(`chart-${sources.size + 1}.png`, { kind: "chart", chart: block.chart });
    if (block.kind === "file") sources.set(fileName(block, sources), { kind: "file", file: block });
  }
  return sources;
}

/** The name a block of the reply is attached under. */
export function attachedName(sources: ReadonlyMap<string, AttachmentSource>, block: Block): string | null {
  for (const [name, source] of sources) {
    if (source.kind === "chart" ? block.kind === "chart" && source.chart === block.chart : source.file === block) {
      return name;
    }
  }
  return null;
}

/** Letters, digits, dots and dashes: what Discord keeps of a name (docs: reference, uploading files). */
function fileName({ name }: FileBlock, taken: ReadonlyMap<string, unknown>): string {
  const kept =
    name
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[-.]+/, "")
      .slice(-80) || "file.txt";
  return taken.has(kept) ? `${taken.size + 1}-${kept}` : kept;
}
