// Opens the console against a running server, as a newcomer would, and holds it to its promises:
//   within 10 s tracks move; within 60 s an alert is there; the keyboard acknowledges it; no console error; no request off the machine.
//
//   npm run e2e -- http://127.0.0.1:8080/ [--out FOLDER] [--patience N]   ($CHROMIUM names another browser; default /usr/bin/chromium)
//                                                               N times as long for everything, on a machine that is busy or weak
//   npm run e2e                                                 against the mock, which is also stopped and started again
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: "string", default: "test-results" }, patience: { type: "string", default: "1" } } });
/** How long something may take, ms. */
const within = (seconds) => seconds * 1000 * Number(values.patience);
/** A person who waits longer than this for a click to be answered thinks it is broken. */
const answered = 6;
const mockPort = "18391";
const address = new URL(positionals[0] ?? `http://127.0.0.1:${mockPort}/`);
let mock = positionals.length === 0 ? await startMock() : null;
process.on("exit", () => mock?.kill());
mkdirSync(values.out, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1600, height: 950 } });
const page = await context.newPage();

const complaints = [];
const strangers = [];
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(error.message));
await context.route("**/*", (route) => {
  const url = new URL(route.request().url());
  if (/^https?:$/.test(url.protocol) && url.host !== address.host) {
    strangers.push(url.href);
    return route.abort();
  }
  return route.continue();
});
page.on("websocket", (socket) => new URL(socket.url()).host !== address.host && strangers.push(socket.url()));

async function startMock() {
  const child = spawn(process.execPath, [new URL("../dev/mock.mjs", import.meta.url).pathname, "--port", mockPort], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

const results = [];
async function step(sentence, work) {
  const started = Date.now();
  try {
    const note = await work();
    results.push(true);
    console.log(`ok    ${sentence}${note ? ` (${note})` : ""} [${((Date.now() - started) / 1000).toFixed(1)} s]`);
  } catch (error) {
    results.push(false);
    console.log(`FAIL  ${sentence}: ${error.message.split("\n")[0]}`);
    await shot(`failed-${results.length}`);
  }
}
const shot = (name) => page.screenshot({ path: join(values.out, `${name}.png`) });
const places = () => page.evaluate(() => window.vedette.places());
/** Closes the dialog that is open. */
const leave = async () => {
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog[open]", { state: "detached", timeout: within(answered) });
};
const must = (condition, text) => {
  if (!condition) throw new Error(text);
};

await page.goto(address.href, { timeout: within(30) });
page.setDefaultTimeout(within(30));

await step("tracks move within ten seconds of the page opening", async () => {
  await page.waitForFunction(() => window.vedette.places().length > 0, null, { timeout: within(10) });
  const before = new Map((await places()).map(([n, ...place]) => [n, place.join()]));
  await page.waitForTimeout(1_500);
  const after = await places();
  const moved = after.filter(([n, ...place]) => before.has(n) && before.get(n) !== place.join()).length;
  must(moved > 0, `${after.length} tracks, none has moved`);
  return `${moved} of ${after.length}`;
});

await step("the clock of the picture runs", async () => {
  const before = await page.textContent("#utc");
  await page.waitForFunction((old) => document.getElementById("utc")?.textContent !== old, before, { timeout: within(answered) });
});

await step("a recording stands still when it is told to, says so, and goes on", async () => {
  if (!(await page.$("#playback button"))) return "the watch is live";
  await page.keyboard.press("Space");
  await page.waitForSelector(".banner:has-text('PAUSED')", { timeout: within(answered) });
  const paused = await page.textContent("#utc");
  await page.waitForTimeout(2_500);
  must((await page.textContent("#utc")) === paused, "the clock runs while it is paused");
  must(await page.isHidden("#trouble"), `paused is no trouble: ${await page.textContent("#trouble")}`);
  await shot("paused");
  await page.keyboard.press("Space");
  await page.waitForFunction((old) => document.getElementById("utc")?.textContent !== old, paused, { timeout: within(answered) });
});

await step("the basemap is drawn", async () => {
  await page.waitForSelector(".maplibregl-canvas", { timeout: within(10) });
  await page.waitForTimeout(1_500);
  await shot("picture");
});

let number = "";
await step("an alert rises within a minute, with its reason", async () => {
  await page.waitForSelector("[data-alert]", { timeout: within(60) });
  number = await nextAlert();
  const reason = await page.textContent(`[data-alert="${number}"] .reasons`);
  must(reason && reason.length > 5, `${number} gives no reason`);
  await shot("alert");
  return `${number}: ${reason.slice(0, 90)}`;
});

async function nextAlert() {
  await page.keyboard.press("j");
  return (await page.getAttribute('[data-alert][aria-current="true"]', "data-alert", { timeout: within(answered) })) ?? "";
}

/** True when the alert was acknowledged, false when its track turned away or came inside before the key was pressed. */
async function acknowledged() {
  const state = (n) => document.querySelector(`[data-alert="${n}"]`)?.getAttribute("data-state") ?? "closed";
  await page.waitForFunction((n) => {
    const shown = document.querySelector(`[data-alert="${n}"]`);
    return shown === null || ["acknowledged", "closed"].includes(shown.getAttribute("data-state"));
  }, number, { timeout: within(answered) });
  return (await page.evaluate(state, number)) === "acknowledged";
}

await step("the keyboard acknowledges it; before the first decision the person is asked for a name", async () => {
  await page.keyboard.press("a");
  await page.waitForSelector("dialog[open] input[name=name]", { timeout: within(answered) });
  await page.keyboard.press("Enter");
  for (let tries = 1; !(await acknowledged()); tries++) {
    must(tries < 5, `${number} closed under the fingers, and so did ${tries} before it`);
    await page.keyboard.press("Escape");
    number = await nextAlert();
    await page.keyboard.press("a");
  }
  await page.waitForTimeout(700);
  await shot("acknowledged");
});

await step("its track shows where it goes and why it is called so", async () => {
  await page.keyboard.press("g");
  await page.waitForSelector(".track-head", { timeout: within(answered) });
  await page.waitForTimeout(2_500);
  await shot("track");
});

await step("every panel opens by its key", async () => {
  for (const [key, selector] of [["t", ".grid .row"], ["n", ".health li"], ["w", "#side-body"], ["d", "#side-body"]]) {
    await page.keyboard.press(key);
    await page.waitForSelector(selector, { timeout: within(answered) });
    await page.waitForTimeout(300);
    if (key !== "d") await shot(`panel-${key}`);
  }
});

await step("the table is filtered from the keyboard, and the map with it when that is wanted", async () => {
  await page.keyboard.press("/");
  await page.keyboard.type("drone");
  await page.waitForFunction(() => / of /.test(document.querySelector("#side-body .tally")?.textContent ?? ""), null, { timeout: within(answered) });
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  await page.waitForSelector('#tools [data-do="filterMap"]', { timeout: within(answered) });
  await shot("filtered");
  await page.keyboard.press("q");
  await page.waitForSelector('#tools [data-do="filterMap"]', { state: "detached", timeout: within(answered) });
  await page.evaluate(() => {
    const filter = document.getElementById("filter");
    filter.value = "";
    filter.dispatchEvent(new Event("input"));
  });
});

await step("a statement can be asked for", async () => {
  await page.keyboard.press("s");
  await page.waitForSelector("dialog[open] .statement li", { timeout: within(12) });
  await shot("statement");
  await leave();
});

await step("the readiness and its evidence can be seen", async () => {
  await page.keyboard.press("v");
  await page.waitForSelector("dialog[open] .choices", { timeout: within(answered) });
  await shot("readiness");
  await leave();
});

await step("the overview goes where things happen, then to the whole watch, by one key", async () => {
  const zoom = () => page.evaluate(() => Number(/#([\d.]+)/.exec(location.hash)?.[1]));
  await page.keyboard.press("z");
  await page.waitForTimeout(700);
  const near = await zoom();
  await shot("overview");
  await page.keyboard.press("z");
  await page.waitForTimeout(700);
  const whole = await zoom();
  must(Number.isFinite(near) && Number.isFinite(whole) && whole <= near + 0.01, `zoom ${near}, then ${whole}`);
  return `zoom ${near}, then ${whole}`;
});

await step("help tells the keys", async () => {
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open] .keys", { timeout: within(answered) });
  await shot("help");
  await leave();
});

for (const [name, width, height] of [["phone", 390, 844], ["small", 1024, 640], ["laptop", 1300, 700]]) {
  await step(`in a window of ${width} x ${height} nothing is cut off`, async () => {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(300);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("#topbar > *, #map-area, #alerts, #side")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1)
        .map((element) => element.id || element.className));
    must(cut.length === 0, `beyond the edge: ${cut.join(", ")}`);
    const map = await page.evaluate(() => document.getElementById("map-area").getBoundingClientRect().width);
    must(map > 300, `the map is ${map} px wide`);
    await shot(name);
  });
}

await step("no console errors", async () => must(complaints.length === 0, complaints.slice(0, 3).join(" | ")));
await step("no request left the machine", async () => must(strangers.length === 0, strangers.slice(0, 3).join(" ")));

if (mock) {
  await step("a lost connection is said aloud, and the picture does not pretend", async () => {
    mock.kill();
    await page.waitForFunction(() => /CONNECTION LOST/.test(document.getElementById("trouble").textContent), null, { timeout: within(answered) });
    await page.waitForTimeout(3_000);
    const before = JSON.stringify(await places());
    await page.waitForTimeout(1_000);
    must(JSON.stringify(await places()) === before, "tracks go on moving");
    await shot("lost");
  });
  await step("the link comes back by itself", async () => {
    mock = await startMock();
    await page.waitForFunction(() => document.getElementById("trouble").hidden, null, { timeout: within(20) });
  });
  mock.kill();
}

const cost = await page.evaluate(() => window.vedette.cost);
console.log(`frames of the moving picture: ${cost.frames}, ${(cost.totalMs / Math.max(1, cost.frames)).toFixed(1)} ms each`);
await browser.close();
const failed = results.filter((passed) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
