import type { Architecture } from "#src/model/architecture-name.ts";
import type { Family } from "#src/model/assessment.ts";

/**
 * Colours of a chart. Orange is serverless, blue monolith, purple hybrid, grey too close to call: families that stay
 * apart for people who do not tell red from green. Every text colour reaches a contrast of 5.3 on the background and on
 * each band, every line 3 (WCAG 2.2: 1.4.3, 1.4.11); a test measures both.
 */
export interface Theme {
  background: string;
  gridLine: string;
  text: string;
  quietText: string;
  pill: string;
  pillText: string;
  lines: Readonly<Record<Architecture, { stroke: string; text: string }>>;
  bands: Readonly<Record<Family | "close", { fill: string; text: string }>>;
}

export type ThemeName = "light" | "dark";

const light: Theme = {
  background: "#FFFFFF",
  gridLine: "#DFE2E7",
  text: "#1A1D21",
  quietText: "#565B63",
  pill: "#1A1D21",
  pillText: "#FFFFFF",
  lines: {
    serverless: { stroke: "#C2500A", text: "#A03D06" },
    "serverless-tuned": { stroke: "#C57009", text: "#854C00" },
    "monolith-fargate": { stroke: "#0B62B0", text: "#0A4F90" },
    "monolith-ec2": { stroke: "#4388CE", text: "#0A4F90" },
    hybrid: { stroke: "#8250B0", text: "#5E3488" },
  },
  bands: {
    serverless: { fill: "#FCEFE3", text: "#854C00" },
    monolith: { fill: "#E8F1FA", text: "#0A4F90" },
    hybrid: { fill: "#F3ECF9", text: "#5E3488" },
    close: { fill: "#EFF0F2", text: "#50555D" },
  },
};

const dark: Theme = {
  background: "#1E1F22",
  gridLine: "#3A3D43",
  text: "#F2F3F5",
  quietText: "#B5BAC1",
  pill: "#F2F3F5",
  pillText: "#1E1F22",
  lines: {
    serverless: { stroke: "#FF8A3D", text: "#FFA366" },
    "serverless-tuned": { stroke: "#FFC27A", text: "#FFCF96" },
    "monolith-fargate": { stroke: "#62B0FF", text: "#8CC5FF" },
    "monolith-ec2": { stroke: "#A5D0FF", text: "#B3D7FF" },
    hybrid: { stroke: "#C79BF2", text: "#D6B5F7" },
  },
  bands: {
    serverless: { fill: "#2E2620", text: "#FFCF96" },
    monolith: { fill: "#1E2936", text: "#8CC5FF" },
    hybrid: { fill: "#2A2433", text: "#D6B5F7" },
    close: { fill: "#2A2B2F", text: "#C4C8CE" },
  },
};

const themes: Readonly<Record<ThemeName, Theme>> = { light, dark };

export function themeNamed(name: ThemeName): Theme {
  return themes[name];
}
