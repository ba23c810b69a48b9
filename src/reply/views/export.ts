import type { Reply } from "#src/reply/reply.ts";
import { plain } from "#src/reply/spans.ts";

export interface ExportInput {
  json: string;
  reviews: number;
  /** Day of the export, ISO. */
  today: string;
}

/** What a channel keeps, as a file. */
export function exportReply({ json, reviews, today }: ExportInput): Reply {
  const what = `${reviews} ${reviews === 1 ? "review" : "reviews"} of this channel, with revisions, decisions, bills and settings`;
  return {
    kind: "notice",
    summary: `${what}, as JSON.`,
    accent: "none",
    blocks: [
      { kind: "paragraph", spans: [plain(`${what}, as JSON.`)] },
      { kind: "file", name: `rethink-${today}.json`, mediaType: "application/json", content: json },
    ],
  };
}
