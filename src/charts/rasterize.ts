import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const fontFiles = [
  "400Regular/Inter_400Regular.ttf",
  "600SemiBold/Inter_600SemiBold.ttf",
  "700Bold/Inter_700Bold.ttf",
].map((file) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)));

/**
 * Turns a chart's SVG into a PNG of the same size. Only the three weights of Inter it ships with are used, never the
 * machine's fonts, so the bytes are the same everywhere. It blocks for tens of milliseconds: call it in a worker.
 */
export function rasterize(svg: string): Uint8Array {
  const resvg = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter" },
    logLevel: "off",
  });
  return resvg.render().asPng();
}
