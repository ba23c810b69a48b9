import * as spec from "discord-api-spec/zod";
import { z } from "zod";
import type { Payload } from "./gateway-payloads.ts";
import { messageFaults, modalFaults, totalFaults } from "./message-faults.ts";

/** Read without its types: the package ships TypeScript that this project's settings refuse. */
const PACKAGE: string = "discord-api-spec";
const { pathsList } = z
  .object({ pathsList: z.record(z.string(), z.array(z.string())) })
  .parse(await import(/* @vite-ignore */ PACKAGE));

/** Every call is held to Discord's published document: the path exists, and the body is one it takes. */
export function requestFaults(method: string, path: string, body: Payload): string[] {
  const operation = operationOf(method, path);
  if (operation === null) return [`${method} ${path}: no such operation`];
  return bodyFaults(`${method} ${operation}`, body).map((fault) => `${method} ${operation}: ${fault}`);
}

function operationOf(method: string, path: string): string | null {
  const paths = pathsList[method.toLowerCase()] ?? [];
  const matching = paths.filter((one) => patternOf(one).test(decodeURIComponent(path)));
  // A literal part ("@original") says more than a placeholder.
  return matching.toSorted((a, b) => a.split("{").length - b.split("{").length)[0] ?? null;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.@]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`);
}

function bodyFaults(operation: string, body: Payload): string[] {
  switch (operation) {
    case "POST /channels/{channel_id}/messages":
      return messageFaults(body);
    case "PATCH /channels/{channel_id}/messages/{message_id}":
      return [...faultsOf(spec.MessageEditRequestPartialSchema, body), ...totalFaults(body)];
    case "POST /webhooks/{webhook_id}/{webhook_token}":
      return [...faultsOf(spec.IncomingWebhookRequestPartialSchema, body), ...totalFaults(body)];
    case "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original":
      return [...faultsOf(spec.IncomingWebhookUpdateRequestPartialSchema, body), ...totalFaults(body)];
    case "POST /channels/{channel_id}/messages/{message_id}/threads":
      return faultsOf(spec.CreateTextThreadWithMessageRequestSchema, body);
    case "PATCH /channels/{channel_id}":
      return faultsOf(spec.UpdateThreadRequestPartialSchema, body);
    case "POST /interactions/{interaction_id}/{interaction_token}/callback":
      return callbackFaults(body);
    case "POST /applications/{application_id}/commands":
    case "POST /applications/{application_id}/guilds/{guild_id}/commands":
      return faultsOf(spec.ApplicationCommandCreateRequestSchema, body);
    case "PATCH /applications/{application_id}/commands/{command_id}":
    case "PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}":
      return faultsOf(spec.ApplicationCommandPatchRequestPartialSchema, body);
    default:
      return Object.keys(body).length === 0 ? [] : ["a body nobody checks"];
  }
}

function callbackFaults(body: Payload): string[] {
  switch (body["type"]) {
    case 4:
      return [
        ...faultsOf(spec.CreateMessageInteractionCallbackRequestSchema, body),
        ...totalFaults(Object.fromEntries(Object.entries(Object(body["data"])))),
      ];
    case 5:
      return faultsOf(spec.CreateMessageInteractionCallbackRequestSchema, body);
    case 6:
      return faultsOf(spec.UpdateMessageInteractionCallbackRequestSchema, body);
    case 9:
      return modalFaults(Object(body["data"]));
    default:
      return [`a response of type ${body["type"]}`];
  }
}

function faultsOf(schema: z.ZodType<unknown>, body: Payload): string[] {
  const read = schema.safeParse(body);
  if (read.success) return [];
  return read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`.slice(0, 300));
}
