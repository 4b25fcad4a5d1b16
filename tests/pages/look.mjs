// Opens pages in Chromium at three sizes, light and dark: looks for breaches of WCAG 2.2 AA and of good practice with
// axe-core, for sideways scrolling and for anything asked of the network, and takes a picture of each:
// look.mjs OUT PAGE.html…
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [out, ...pages] = process.argv.slice(2);
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 }, print: { width: 794, height: 1123 } };
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
let wrong = 0;

function complain(where, what) {
  console.error(`${where}: ${what}`);
  wrong += 1;
}

async function mustFit(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) complain(where, `scrolls sideways by ${wide} pixels`);
}

async function look(browser, file, size, scheme) {
  const name = basename(file, ".html");
  const where = `${name}, ${size}, ${scheme}`;
  const page = await browser.newPage();
  await page.setViewport({ ...sizes[size], deviceScaleFactor: 2 });
  await page.emulateMediaType(size === "print" ? "print" : "screen");
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) complain(where, `asks for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complain(where, message.text());
  });
  await page.goto(`file://${file}`);
  await mustFit(page, where);
  if (size !== "print") await page.screenshot({ path: `${out}/${name}-${size}-${scheme}.png`, fullPage: true });
  else if (scheme === "light") await page.pdf({ path: `${out}/${name}.pdf`, preferCSSPageSize: true, printBackground: true });
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), tags);
  for (const each of found.violations)
    for (const node of each.nodes) complain(where, `${each.id}: ${each.help}: ${node.html.slice(0, 120)}: ${node.failureSummary}`);
  if (size === "phone") {
    await page.setViewport({ width: 320, height: 640 }); // WCAG 2.2, 1.4.10: what 1280 pixels are at 400%
    await mustFit(page, `${where}, 320 pixels`);
  }
  await page.close();
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
for (const file of pages)
  for (const size of Object.keys(sizes))
    for (const scheme of ["light", "dark"]) await look(browser, file, size, scheme);
await browser.close();
console.log(`${pages.length} pages looked at in ${Object.keys(sizes).length} sizes, light and dark: ${wrong} wrong`);
process.exit(wrong > 0 ? 1 : 0);
