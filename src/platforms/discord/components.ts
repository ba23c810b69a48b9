import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIContainerComponent,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APITextDisplayComponent,
} from "discord.js";

/** Discord's numbers for what Rethink sends, so that rendering needs no SDK (docs: components/reference). */
export const componentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  section: 9,
  text: 10,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

/** docs: resources/message, message flags. */
export const messageFlag = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;
export type Component = APIComponentInContainer;
export type TopComponent = APIMessageTopLevelComponent;

export interface Attachment {
  /** Place of its bytes in the request: "0" goes with files[0]. */
  id: string;
  filename: string;
  description?: string;
}

/** What is sent: the body of a message, as Discord's REST API takes it. The attached bytes go beside it. */
export interface MessageBody {
  flags: number;
  components: TopComponent[];
  /** Nothing ever notifies anyone. */
  allowed_mentions: { parse: [] };
  attachments: Attachment[];
}

export function text(content: string): APITextDisplayComponent {
  return { type: componentType.text, content };
}

export function section(content: string, accessory: APIButtonComponentWithCustomId): APISectionComponent {
  return { type: componentType.section, components: [text(content)], accessory };
}

export function row(buttons: APIButtonComponentWithCustomId[]): Row {
  return { type: componentType.actionRow, components: buttons };
}

export function picture(filename: string, description: string): APIMediaGalleryComponent {
  return { type: componentType.mediaGallery, items: [{ media: { url: attached(filename) }, description }] };
}

export function file(filename: string): APIFileComponent {
  return { type: componentType.file, file: { url: attached(filename) } };
}

export function container(components: Component[], accent: number | null): APIContainerComponent {
  return { type: componentType.container, ...(accent === null ? {} : { accent_color: accent }), components };
}

function attached(filename: string): string {
  return `attachment://${filename}`;
}

/** Components inside, itself among them: what Discord counts against 40. */
export function countComponents(component: unknown): number {
  return partsOf(component).filter((part) => "type" in part).length;
}

/** Characters people read, and descriptions: what is held against 4,000. */
export function countText(component: unknown): number {
  return partsOf(component)
    .flatMap((part) => Object.entries(part))
    .filter(([key]) => key === "content" || key === "label" || key === "description")
    .reduce((sum, [, value]) => sum + (typeof value === "string" ? value.length : 0), 0);
}

/** Every object in it, itself first. */
function partsOf(component: unknown): object[] {
  if (Array.isArray(component)) return component.flatMap(partsOf);
  if (component === null || typeof component !== "object") return [];
  return [component, ...Object.values(component).flatMap(partsOf)];
}
