import { apisAndFlows } from "./apis-and-flows.ts";
import type { PanelCase } from "./panel-case.ts";
import { steadyAndRare } from "./steady-and-rare.ts";

/** Workloads with the answer an AWS cost expert would give, written down before the model ran. */
export const panel: readonly PanelCase[] = [...apisAndFlows, ...steadyAndRare];
