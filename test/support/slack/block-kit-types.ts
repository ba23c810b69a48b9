import type { types } from "@slack/bolt";

/** What the schema is generated from: Slack's own types. */
export type Blocks = types.KnownBlock[];
export type Modal = types.ModalView;
export type Home = types.HomeView;
