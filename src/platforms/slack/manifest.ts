import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { COMMAND, paths, REVIEW_THIS } from "./paths.ts";
import { botScopes, eventTable } from "./scopes.ts";

/** The app as Slack reads it at "Create an app from a manifest". */
export type Manifest = NonNullable<webApi.AppsManifestValidateArguments["manifest"]>;

/** One workspace over Socket Mode needs no address; many over HTTP need a public one. */
export type ManifestKind = { transport: "socket" } | { transport: "http"; publicUrl: string };

/** @throws UserError `bad-input` when the address is not an https URL */
export function slackManifest(kind: ManifestKind): Manifest {
  const url = kind.transport === "http" ? publicPaths(kind.publicUrl) : null;
  const requestUrl = url === null ? {} : { request_url: url.events };
  return {
    display_information: {
      name: "Rethink",
      description: "Serverless or monolith: what a workload costs, and what breaks first",
      long_description:
        "Describe a workload, and Rethink answers with the cost of each architecture, the quota that breaks first, and what would change the answer. " +
        "Every figure comes from dated AWS list prices and quotas through one cost model, none from a language model. " +
        "What you leave out is assumed, marked, and yours to correct in the thread.",
      background_color: "#14202e",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Rethink", always_online: true },
      shortcuts: [
        {
          type: "message",
          name: "Review this",
          callback_id: REVIEW_THIS,
          description: "Review the workload this message describes",
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: "What a workload costs, and what breaks first",
          usage_hint: "50 thumbnails a second, 200 ms at 512 MB",
          should_escape: false,
          ...(url === null ? {} : { url: url.events }),
        },
      ],
    },
    oauth_config: {
      scopes: { bot: botScopes() },
      ...(url === null ? {} : { redirect_urls: [url.redirect] }),
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: eventTable().map(({ event }) => event) },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: kind.transport === "http",
      socket_mode_enabled: kind.transport === "socket",
      token_rotation_enabled: false,
    },
  };
}

function publicPaths(publicUrl: string): { events: string; redirect: string } {
  const parsed = z.url({ protocol: /^https$/ }).safeParse(publicUrl);
  if (!parsed.success) {
    throw new UserError({
      code: "bad-input",
      message: `"${publicUrl}" is not an https address.`,
      nextStep: "Give the address Slack can reach, such as https://rethink.example.com.",
    });
  }
  return { events: new URL(paths.events, parsed.data).href, redirect: new URL(paths.redirect, parsed.data).href };
}
