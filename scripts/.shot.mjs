// scripts/.shot.mts
import { pathToFileURL } from "node:url";
import { chromium as chromium2 } from "playwright-core";

// scripts/chromium.mjs
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
var QUIET_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];
var SOFTWARE_FLAGS = ["--disable-gpu"];
function findChromium() {
  if (process.env.CUPOLA_CHROMIUM) return process.env.CUPOLA_CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
    }
  }
  return void 0;
}
function chromiumOptions(flags = SOFTWARE_FLAGS) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium found: install it, or name one with CUPOLA_CHROMIUM");
  return { executablePath, headless: true, args: [...QUIET_FLAGS, ...flags] };
}

// src/cli/studio-server.ts
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

// src/flow/problems.ts
var InputError = class extends Error {
  problems;
  constructor(problems) {
    super(problems.map(problemText).join("\n"));
    this.name = "InputError";
    this.problems = problems;
  }
};
function problemText({ file, line, column, path, message }) {
  const place = [file, line, column].filter((part) => part !== void 0).join(":");
  return [place, path && `${path}:`, message].filter(Boolean).join(" ");
}

// src/cli/studio-server.ts
var types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm"
};
var policy = [
  "default-src 'none'",
  // the solver of the partner search is WebAssembly
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join("; ");
async function serveStudio({ folder, port, scenario }) {
  const app = new Hono();
  app.use(async (context, next) => {
    const host = (context.req.header("host") ?? "").replace(/:\d+$/, "");
    if (host !== "127.0.0.1" && host !== "localhost")
      return context.text("This server answers to this machine only.", 403);
    await next();
    context.header("Content-Security-Policy", policy);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  });
  app.get("/scenario.json", (context) => scenario ? context.json(scenario) : context.notFound());
  app.get("/", (context) => file(context, "index.html"));
  app.get("/index.html", (context) => file(context, "index.html"));
  app.get("/assets/:name{[A-Za-z0-9._-]+}", (context) => file(context, `assets/${context.req.param("name")}`));
  async function file(context, path) {
    const bytes = await readFile(new URL(path, folder)).catch(() => void 0);
    const type = types[extname(path)];
    if (!bytes || !type) return context.notFound();
    const lasting = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return context.body(new Uint8Array(bytes).buffer, 200, {
      "Content-Type": type,
      "Cache-Control": lasting
    });
  }
  return new Promise((resolve, reject) => {
    const server2 = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, ({ port: taken }) => {
      resolve({
        url: `http://127.0.0.1:${taken}/`,
        close: () => new Promise((done) => void server2.close(() => done()))
      });
    });
    server2.once("error", (error) => {
      const message = error.code === "EADDRINUSE" ? `port ${port} is in use; choose another` : error.message;
      reject(new InputError([{ code: "port", path: "--port", message }]));
    });
  });
}

// scripts/.shot.mts
import { deflateRawSync } from "node:zlib";
var server = await serveStudio({ folder: pathToFileURL("/tmp/st/studio/"), port: 0 });
var link = (s) => "#s=" + deflateRawSync(JSON.stringify({ v: 1, ...s })).toString("base64url");
var b = await chromium2.launch(chromiumOptions(SOFTWARE_FLAGS));
for (const [w, h] of [[1440, 900], [390, 844]]) {
  const c2 = await b.newContext({ viewport: { width: w, height: h }, acceptDownloads: true, isMobile: w < 500, hasTouch: w < 500 });
  const p2 = await c2.newPage();
  await p2.goto(server.url + link({ s: "golden-dome", n: 50, w: { spacex: "denied" }, y: 5 }));
  await p2.waitForFunction(() => {
    const s = document.querySelector(".run")?.dataset.status;
    return s && s !== "running" && s !== "idle";
  }, void 0, { timeout: 2e5 });
  await p2.waitForTimeout(1500);
  await p2.screenshot({ path: `/tmp/st/page-${w}.png` });
  if (w < 500) {
    await p2.getByRole("button", { name: "Answers", exact: true }).click();
    await p2.waitForTimeout(500);
    await p2.screenshot({ path: `/tmp/st/answers-${w}.png` });
  } else {
    const take = async (item, file) => {
      const [d2] = await Promise.all([p2.waitForEvent("download"), (async () => {
        await p2.getByRole("button", { name: "Export" }).click();
        await p2.getByRole("menuitem", { name: item }).click();
      })()]);
      await d2.saveAs(file);
    };
    await take("Report (HTML)", "/tmp/st/report.html");
    await take("Picture of the globe", "/tmp/st/globe.png");
    await take("Drawing of the globe", "/tmp/st/globe.svg");
    await take("Answers (CSV)", "/tmp/st/answers.csv");
    await take("Scenario (YAML)", "/tmp/st/s.yaml");
    const chart = p2.locator("[data-card=effect] figure").nth(0);
    await chart.getByText("Data table").click();
    const [d] = await Promise.all([p2.waitForEvent("download"), chart.getByRole("button", { name: "Chart (SVG)" }).click()]);
    await d.saveAs("/tmp/st/chart.svg");
    await p2.evaluate(() => document.querySelector(".answers").scrollTo(0, 400));
    await p2.waitForTimeout(500);
    await p2.screenshot({ path: `/tmp/st/page2-${w}.png` });
    await p2.evaluate(() => document.querySelector(".answers").scrollTo(0, 1100));
    await p2.waitForTimeout(500);
    await p2.screenshot({ path: `/tmp/st/page3-${w}.png` });
    await p2.locator("[data-partner=amazon] input").nth(2).check();
    await p2.waitForTimeout(350);
    await p2.screenshot({ path: `/tmp/st/busy-${w}.png` });
    await p2.evaluate(() => document.querySelector(".answers").scrollTo(0, 0));
  }
  await c2.close();
}
var c = await b.newContext({ viewport: { width: 1440, height: 900 } });
var p = await c.newPage();
await p.goto("file:///tmp/st/report.html");
await p.screenshot({ path: "/tmp/st/report-1440.png" });
await p.evaluate(() => document.querySelector("#repeat").scrollIntoView());
await p.screenshot({ path: "/tmp/st/report-repeat.png" });
await p.setViewportSize({ width: 390, height: 844 });
await p.evaluate(() => scrollTo(0, 0));
await p.screenshot({ path: "/tmp/st/report-390.png" });
await p.goto("file:///tmp/st/chart.svg");
await p.screenshot({ path: "/tmp/st/chart.png" });
await p.goto("file:///tmp/st/globe.svg");
await p.setViewportSize({ width: 1e3, height: 900 });
await p.screenshot({ path: "/tmp/st/globe-svg.png" });
await b.close();
await server.close();
