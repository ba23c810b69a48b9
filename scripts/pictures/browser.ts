import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** Where Linux distributions put a Chromium; pictures need one, nothing else does. */
const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Takes a picture of a page, as tall as its content. The page may not reach the network. */
export async function openBrowser() {
  const executablePath = candidates.find(existsSync);
  if (executablePath === undefined) throw new Error(`pictures need a Chromium: none of ${candidates.join(", ")}`);
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"],
  });
  return {
    async picture(html: string, file: string, width: number): Promise<void> {
      const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: 1.5 });
      await page.route(/^https?:/, (route) => route.abort());
      await page.setContent(html, { waitUntil: "load" });
      await page.locator("#picture").screenshot({ path: file });
      await page.close();
    },
    close: () => browser.close(),
  };
}
