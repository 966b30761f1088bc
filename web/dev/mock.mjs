// A server that speaks docs/api.md over a synthetic world: for work on the console without the .NET server, and for the browser
// test of the console alone. It serves the built console from ../src/Vedette.Server/wwwroot.
//
//   npm run mock -- [--port 8090] [--tracks 250] [--speed 20]
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { airspaces, identities, sensors, World } from "./world.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "8090" }, tracks: { type: "string", default: "250" }, speed: { type: "string", default: "20" } } });
const playback = { speed: Number(values.speed), paused: false, skipsTo: null, ended: false };
const world = new World({ count: Number(values.tracks) });
const wwwroot = new URL("../../src/Vedette.Server/wwwroot/", import.meta.url);
const sockets = new Set();
let applied = 0;
let readiness = { level: "normal", since: world.now(), decidedBy: "Vedette", recommended: "heightened", evidence: [
  { text: "3 tracks are likely to enter Eastern border zone within 10 minutes", entry: 1203 }, { text: "1 track has no identity and no transponder", entry: 1199 }] };

const status = () => ({ name: "Mock night", exercise: true, mode: "demo", speed: playback.speed, now: world.now(), applied, digest: "0123456789abcdef0123", tracks: world.tracks.size,
  alertsOpen: [...world.alerts.values()].filter((a) => a.state !== "closed").length, journal: null, version: "0.1.0", startedAt: world.now(), localTimeZone: "Europe/Warsaw", progress: null, playback });
const feeds = () => [
  { name: "asterix udp", format: "ASTERIX", state: "live", detail: "239.1.1.1:8600", octets: applied * 48, records: applied, plots: applied, refused: 2, lastReceived: world.now(), lastRefusal: "Radar Sanok, offset 118: I048/040 is cut" },
  { name: "beast", format: "Beast", state: "silent", detail: "localhost:30005", octets: 0, records: 0, plots: 0, refused: 0, lastReceived: null, lastRefusal: null }];
const warnings = () => [...world.alerts.values()].filter((a) => a.state !== "closed" && a.entryLatDeg !== null).slice(0, 4).map((a) => ({
  id: `vedette-${a.number}`, alert: a.number, sent: a.raisedAt, expires: new Date(world.nowMs + 1_800_000).toISOString(), exercise: true,
  headline: "Air threat near the border", description: `A slow drone is expected in ${a.airspaceName}.`, instruction: "Go indoors and stay away from windows.",
  areaDescription: "20 km around the entry point", area: [[0, 0.15], [0.2, 0.08], [0.2, -0.08], [0, -0.15], [-0.2, -0.08], [-0.2, 0.08]].map(([x, y]) => [a.entryLonDeg + x, a.entryLatDeg + y]) }));
/** No coverage is reckoned here. */
const coverage = { at: null, entry: 0, heightsM: [], classes: [], cellM: 0, terrain: null, sensors: [], allClears: [] };
const hello = () => ({ type: "hello", status: status(), airspaces, sensors, feeds: feeds(), alerts: [...world.alerts.values()], readiness, warnings: warnings(), integrity: { findings: [], cells: [], doubtedReports: 0 }, coverage, search: [], trails: {} });

const lists = {
  tracks: () => [...world.tracks.keys()].map((n) => world.detail(n)), alerts: () => [...world.alerts.values()], warnings, sensors: () => sensors, feeds, airspaces: () => airspaces,
  readiness: () => readiness, status, refusals: () => [],
};

function command(kind, number, verb, body) {
  const n = Number(String(number).slice(1));
  if (kind === "alerts") {
    const alert = world.alerts.get(n);
    const state = { acknowledge: "acknowledged", escalate: "escalated", close: "closed" }[verb];
    if (!alert || !state || alert.state === "closed") return { accepted: false, message: `${number} is not open.` };
    Object.assign(alert, { state, changedBy: body.by, changedAt: world.now() });
    if (body.why) alert.reasons.unshift({ text: `${state} by ${body.by}: ${body.why}`, entry: ++applied });
    broadcast({ type: "alert", alert });
  } else {
    const track = world.tracks.get(n);
    if (!track) return { accepted: false, message: `${number} is not in the picture.` };
    if (body.identity) Object.assign(track, { identity: identities.indexOf(body.identity), decided: `Decided by ${body.by}: ${body.why}` });
  }
  return { accepted: true, message: "" };
}

function post(parts, body) {
  if (parts[0] === "readiness") {
    readiness = { ...readiness, level: body.level, decidedBy: body.by, since: world.now() };
    broadcast({ type: "readiness", readiness });
    return { accepted: true, message: "" };
  }
  if (parts[0] === "playback") {
    if (body.skipTo) world.step((Date.parse(body.skipTo) - world.nowMs) / 1000);
    Object.assign(playback, { speed: body.speed ?? playback.speed, paused: body.paused ?? playback.paused });
    broadcast(health());
    return { accepted: true, message: "" };
  }
  if (parts[0] === "statement") return { from: new Date(world.nowMs - 3.6e6).toISOString(), to: world.now(), exercise: true, lines: [
    { text: `${world.number} objects were tracked.`, entries: [1, 4, 9] }, { text: "The closest approach to Eastern border zone was 3.2 km.", entries: [1203] }] };
  return command(parts[0], parts[1], parts[2], body);
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  if (!pathname.startsWith("/api/v1/")) return serveFile(pathname, response);
  const parts = pathname.slice(8).split("/");
  if (request.method === "POST") {
    let text = "";
    for await (const chunk of request) text += chunk;
    const result = post(parts, JSON.parse(text || "{}"));
    return json(response, result.accepted === false ? 409 : 200, result);
  }
  if (parts[0] === "tracks" && parts[1]) {
    const detail = world.detail(Number(parts[1].slice(1)));
    return detail ? json(response, 200, detail) : json(response, 404, { title: "Not found", detail: `${parts[1]} is not in the picture.` });
  }
  return lists[parts[0]] ? json(response, 200, lists[parts[0]]()) : json(response, 404, { title: "Not found" });
}

function json(response, code, value) {
  response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(value));
}

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain" };

async function serveFile(pathname, response) {
  const path = pathname === "/" ? "index.html" : pathname.slice(1);
  if (path.includes("..")) return response.writeHead(404).end();
  try {
    const octets = await readFile(new URL(path, wwwroot));
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(octets);
  } catch {
    response.writeHead(404).end();
  }
}

/** As it is told after some minutes: the whole, and one area that does worse. */
function pictureQuality() {
  const area = (name, kind, objects, completeness) => ({
    name, kind, epochs: 12, objects, gospaM: 900, gospaPerObjectM: 110, missed: objects * (1 - completeness), false: 0.08, completeness,
    ambiguity: 1.01, spuriousness: 0.01, positionRmsM: 62, velocityRmsMps: 3.1, referenceRmsM: 21, numberChanges: 1, numberChangesPerHour: 4,
  });
  return {
    from: new Date(world.nowMs - 240_000).toISOString(), to: new Date(world.nowMs - 120_000).toISOString(), leftOut: 0,
    areas: [area("", "everywhere", 62.4, 0.985), area("Eastern border zone", "airspace", 4.2, 0.91)],
    why: [{ text: "Held against tracks smoothed with what came in the two minutes after; what never had a track cannot be counted as missed.", entry: 4711 }],
  };
}

/** One unmasked text frame (RFC 6455, 5.2). */
function frame(text) {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : payload.length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  if (head.length === 4) head.writeUInt16BE(payload.length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(payload.length), 2);
  if (head.length > 2) head.set([0x81, head.length === 4 ? 126 : 127]);
  return Buffer.concat([head, payload]);
}

const health = () => ({ type: "health", feeds: feeds(), sensors, status: status(), pictureQuality: pictureQuality() });

function broadcast(message) {
  const octets = frame(JSON.stringify(message));
  for (const socket of sockets) socket.write(octets);
}

const server = createServer((request, response) => void answer(request, response));
server.on("upgrade", (request, socket) => {
  const key = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  socket.write(frame(JSON.stringify(hello())));
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket)).on("error", () => sockets.delete(socket)).on("data", () => {});
});
server.listen(Number(values.port), "127.0.0.1", () => console.log(`mock of Vedette on http://127.0.0.1:${values.port}/`));

setInterval(() => {
  for (const alert of world.step(playback.paused ? 0 : 0.2 * playback.speed)) broadcast({ type: "alert", alert });
  applied += world.tracks.size;
  for (const sensor of sensors) Object.assign(sensor, { plots: sensor.plots + 40, lastPlot: world.now(), lastMessage: world.now() });
  if (!playback.paused) broadcast(world.picture());
}, 200);
setInterval(() => broadcast(health()), 1000);
