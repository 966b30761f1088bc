// A small synthetic air picture for the mock server: it has the shape of docs/api.md and moves, no more. Seeded, so that a test
// sees the same world twice.

const rad = Math.PI / 180;
const metresPerDegree = 111_195;

export const classes = ["airliner", "lightAircraft", "helicopter", "patrol", "fastJet", "oneWayDrone", "smallDrone", "cruiseMissile",
  "ballistic", "balloon", "bird", "clutter", "unknown"];
export const identities = ["pending", "unknown", "assumedFriend", "friend", "neutral", "suspect", "hostile"];

/** Mulberry32: small and good enough for a picture. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const zone = [[23.6, 51.9], [23.55, 51.3], [24.1, 50.8], [23.9, 50.4], [23.0, 49.9], [22.7, 49.4], [22.4, 49.1], [21.6, 49.35],
  [21.6, 50.4], [21.9, 51.3], [22.3, 52.2], [23.4, 52.3]];

export const airspaces = [
  { id: "border", name: "Eastern border zone", role: "protected", floorM: null, ceilingM: 6000, polygons: [[[...zone, zone[0]]]] },
  { id: "rze", name: "Rzeszów CTR", role: "information", floorM: null, ceilingM: 2000,
    polygons: [[[[21.75, 50.2], [22.3, 50.2], [22.3, 50.0], [21.75, 50.0], [21.75, 50.2]]]] },
];

export const sensors = ["Chełm", "Zamość", "Tomaszów", "Przemyśl", "Sanok", "Biała"].map((name, i) => ({
  id: i, name: `Radar ${name}`, kind: i === 4 ? "dopplerRadar" : "radar2D", latDeg: [51.13, 50.72, 50.45, 49.78, 49.56, 52.03][i],
  lonDeg: [23.47, 23.25, 23.42, 22.77, 22.2, 23.12][i], heightM: 220, source: `025/00${i + 1}`, maxRangeM: 220_000, plots: 0, lastPlot: null,
  lastMessage: null, rotationS: 6, degraded: i === 4,
}));

function inside(lon, lat) {
  let within = false;
  for (let i = 0, j = zone.length - 1; i < zone.length; j = i++) {
    const [xi, yi] = zone[i], [xj, yj] = zone[j];
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}

/** Seconds until a straight flight is inside, and where; null beyond twenty minutes. */
function entry(track) {
  for (let s = 0; s <= 1200; s += 15) {
    const lat = track.lat + (track.speed * s * Math.cos(track.heading * rad)) / metresPerDegree;
    const lon = track.lon + (track.speed * s * Math.sin(track.heading * rad)) / (metresPerDegree * Math.cos(track.lat * rad));
    if (inside(lon, lat)) return { s, lat, lon };
  }
  return null;
}

export class World {
  constructor({ count = 250, seed = 1 } = {}) {
    this.random = random(seed);
    this.nowMs = Date.UTC(2026, 10, 24, 1, 10, 0);
    this.number = 0;
    this.alertNumber = 0;
    this.tracks = new Map();
    this.alerts = new Map();
    while (this.tracks.size < count) this.add();
  }

  between(low, high) {
    return low + this.random() * (high - low);
  }

  add() {
    const drone = this.random() < 0.55;
    const missile = !drone && this.random() < 0.12;
    const n = ++this.number;
    const hostile = drone || missile;
    this.tracks.set(n, {
      n, lat: this.between(49, 52.6), lon: hostile ? this.between(24.2, 27.5) : this.between(18, 28),
      heading: hostile ? this.between(235, 305) : this.between(0, 360), speed: missile ? 230 : drone ? this.between(38, 52) : this.between(180, 250),
      height: drone ? this.between(80, 900) : missile ? 120 : this.between(9000, 11800), objectClass: drone ? 5 : missile ? 7 : 0,
      identity: drone ? [0, 1, 5, 5, 6][Math.floor(this.random() * 5)] : missile ? 6 : 4, status: 1, turn: 0,
      callsign: hostile ? null : `LOT${100 + n}`, seenMs: this.nowMs, bornMs: this.nowMs, decided: null,
    });
  }

  /** Moves everything on; returns the alerts that changed. */
  step(seconds) {
    this.nowMs += seconds * 1000;
    for (const track of this.tracks.values()) this.move(track, seconds);
    const changed = [];
    for (const track of this.tracks.values()) if (track.identity >= 5 && !track.gone) this.watch(track, changed);
    for (const alert of this.alerts.values()) this.lose(alert, changed);
    return changed;
  }

  move(track, seconds) {
    if (this.random() < 0.01 * seconds) track.turn = this.between(-0.6, 0.6);
    if (track.objectClass === 5) track.heading = (track.heading + track.turn * seconds + 360) % 360;
    track.lat += (track.speed * seconds * Math.cos(track.heading * rad)) / metresPerDegree;
    track.lon += (track.speed * seconds * Math.sin(track.heading * rad)) / (metresPerDegree * Math.cos(track.lat * rad));
    if (this.random() < 0.003 * seconds) track.status = track.status === 1 ? 2 : 1;
    if (track.status === 1) track.seenMs = this.nowMs;
    track.gone = track.lat < 47.5 || track.lat > 54 || track.lon < 16 || track.lon > 30;
  }

  watch(track, changed) {
    const at = entry(track);
    const open = [...this.alerts.values()].find((a) => a.trackN === track.n && a.state !== "closed");
    const probability = at === null ? 0 : Math.max(0.05, 0.97 - at.s / 1300);
    if (!open && (at === null || at.s > 420 || [...this.alerts.values()].filter((a) => a.state !== "closed").length >= 9)) return;
    const kind = at?.s === 0 ? "violation" : "incursion";
    if (open && open.kind === kind && Math.abs(open.probability - probability) < 0.04) return;
    const alert = open ?? this.raise(track);
    Object.assign(alert, { kind, probability, etaS: at?.s ?? null, entryLatDeg: at?.lat ?? null, entryLonDeg: at?.lon ?? null });
    alert.reasons[0] = { text: `${Math.round(track.speed * 3.6)} km/h on ${Math.round(track.heading)}°, ${at ? Math.round((at.s * track.speed) / 1000) : "–"} km to the boundary`, entry: 1000 + track.n };
    changed.push(alert);
  }

  lose(alert, changed) {
    if (alert.state === "closed" || this.tracks.has(alert.trackN)) return;
    Object.assign(alert, { state: "closed", changedAt: this.now(), changedBy: "Vedette" });
    alert.reasons.unshift({ text: "The track has left the area", entry: 0 });
    changed.push(alert);
  }

  raise(track) {
    const n = ++this.alertNumber;
    const alert = {
      number: `A${String(n).padStart(4, "0")}`, n, kind: "incursion", state: "raised", track: numberOf(track.n), trackN: track.n, airspaceId: "border",
      airspaceName: "Eastern border zone", raisedAt: this.now(), changedAt: this.now(), changedBy: "Vedette", probability: 0, etaS: null,
      entryLatDeg: null, entryLonDeg: null, reminders: 0, hasWarning: true,
      reasons: [{ text: "", entry: 0 }, { text: "No transponder; flies like a one-way drone", entry: 900 + track.n }],
    };
    this.alerts.set(n, alert);
    return alert;
  }

  now() {
    return new Date(this.nowMs).toISOString();
  }

  /** Rows of the picture, and the numbers of those that left. */
  picture() {
    const gone = [];
    for (const track of this.tracks.values()) {
      if (!track.gone) continue;
      gone.push(track.n);
      this.tracks.delete(track.n);
      this.add();
    }
    return { type: "picture", now: this.now(), t: [...this.tracks.values()].map((t) => this.row(t)), gone };
  }

  row(t) {
    const at = t.identity >= 5 ? entry(t) : null;
    return [t.n, t.status, t.lat, t.lon, t.height, t.speed, t.heading, 0, t.identity, t.objectClass, 0.9, 0.98, 220, t.seenMs, t.callsign,
      t.callsign ? "48A1B2" : null, t.callsign ? "1000" : null, at ? Math.max(0, 0.97 - at.s / 900) : 0, at?.s ?? null, 1, 1];
  }

  detail(n) {
    const t = this.tracks.get(n);
    if (!t) return null;
    const at = entry(t);
    const p = (minutes) => (at === null ? 0.01 : Math.min(0.97, Math.max(0.02, 0.97 - Math.max(0, at.s - minutes * 40) / (minutes * 60))));
    return {
      number: numberOf(n), n, status: ["tentative", "confirmed", "coasting"][t.status], existence: 0.98, time: this.now(),
      lastSeen: new Date(t.seenMs).toISOString(), firstSeen: new Date(t.bornMs).toISOString(), latDeg: t.lat, lonDeg: t.lon, heightM: t.height,
      heightKnown: t.objectClass !== 5, speedMps: t.speed, headingDeg: t.heading, climbMps: 0.2, turnRateDegps: t.turn, sigmaEastM: 900, sigmaNorthM: 420,
      covEastNorthM2: 180_000, sigmaUpM: 150, identity: identities[t.identity], identitySource: t.decided ? "operator" : t.callsign ? "transponder" : "behaviour",
      identitySince: new Date(t.bornMs).toISOString(), class: classes[t.objectClass], classProbability: 0.86,
      classes: { [classes[t.objectClass]]: 0.86, lightAircraft: 0.08, unknown: 0.06 }, address: t.callsign ? "48A1B2" : null, callsign: t.callsign,
      code: t.callsign ? "1000" : null, pressureAltitudeM: t.callsign ? t.height - 60 : null, plots: 42, sensors: ["Radar Chełm", "Radar Zamość"], onGround: false,
      simulated: true, sensedIndependently: true,
      crossings: at === null ? [] : [{ airspaceId: "border", inside: at.s === 0 ? 0.96 : 0, within5Min: p(5), within10Min: p(10), within20Min: p(20),
        etaP10S: at.s * 0.85, etaP50S: at.s, etaP90S: at.s * 1.3, entryLatDeg: at.lat, entryLonDeg: at.lon, entrySpreadM: 2500 + at.s * 4, distanceM: at.s * t.speed, why: [{ text: "Flown on from its motion now, seen by Radar 1; course held for 12 km.", entry: 4711 }] }],
      reasons: [{ text: t.decided ?? "Flies 140 to 190 km/h below 1,000 m without a transponder", entry: 900 + n }], history: [],
    };
  }
}

export const numberOf = (n) => `T${String(n).padStart(5, "0")}`;
