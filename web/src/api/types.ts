// What the server says (docs/api.md). Keys carry their unit; what is not known is null.

export const trackStatuses = ["tentative", "confirmed", "coasting", "ended"] as const;
export type TrackStatus = (typeof trackStatuses)[number];

export const identities = ["pending", "unknown", "assumedFriend", "friend", "neutral", "suspect", "hostile"] as const;
export type Identity = (typeof identities)[number];

export const objectClasses = [
  "airliner", "lightAircraft", "helicopter", "patrol", "fastJet", "oneWayDrone", "smallDrone", "cruiseMissile", "ballistic",
  "balloon", "bird", "clutter", "unknown",
] as const;
export type ObjectClass = (typeof objectClasses)[number];

/** Why something is said, and the journal entry it rests on (0 where there is none). */
export interface Reason { text: string; entry: number }

export interface Crossing {
  airspaceId: string;
  inside: number;
  within5Min: number;
  within10Min: number;
  within20Min: number;
  etaP10S: number | null;
  etaP50S: number | null;
  etaP90S: number | null;
  entryLatDeg: number | null;
  entryLonDeg: number | null;
  entrySpreadM: number | null;
  distanceM: number;
  why: Reason[];
}

/** What an unmanned aircraft says of itself by Remote ID; placeConfirmed: a sensor has met an aircraft where it says it is. */
export interface UasClaim {
  id: string;
  secondId: string | null;
  kind: string;
  status: string;
  description: string | null;
  operatorId: string | null;
  operatorLatDeg: number | null;
  operatorLonDeg: number | null;
  placeConfirmed: boolean;
  why: Reason;
}

/** One track in full, as GET /tracks/{number} gives it. */
export interface TrackDetail {
  number: string;
  n: number;
  status: TrackStatus;
  existence: number;
  time: string;
  lastSeen: string;
  firstSeen: string;
  latDeg: number;
  lonDeg: number;
  heightM: number | null;
  heightKnown: boolean;
  speedMps: number;
  headingDeg: number;
  climbMps: number;
  turnRateDegps: number;
  sigmaEastM: number;
  sigmaNorthM: number;
  covEastNorthM2: number;
  sigmaUpM: number;
  identity: Identity;
  identitySource: string;
  identitySince: string;
  class: ObjectClass;
  classProbability: number;
  classes: Partial<Record<ObjectClass, number>>;
  address: string | null;
  callsign: string | null;
  code: string | null;
  pressureAltitudeM: number | null;
  plots: number;
  sensors: string[];
  onGround: boolean;
  simulated: boolean;
  sensedIndependently: boolean;
  crossings: Crossing[];
  reasons?: Reason[];
  classWhy?: Reason[];
  motionWhy?: Reason[];
  existenceWhy?: Reason[];
  remoteId?: UasClaim | null;
  history?: [lonDeg: number, latDeg: number, heightM: number | null, unixMs: number][];
}

export type AlertState = "raised" | "acknowledged" | "escalated" | "closed";
export type AlertKind = "incursion" | "violation" | "lostTrack" | "emergencyCode";

export interface Alert {
  number: string;
  n: number;
  kind: AlertKind;
  state: AlertState;
  track: string;
  trackN: number;
  airspaceId: string;
  airspaceName: string;
  raisedAt: string;
  changedAt: string;
  changedBy: string;
  probability: number;
  etaS: number | null;
  entryLatDeg: number | null;
  entryLonDeg: number | null;
  reminders: number;
  hasWarning: boolean;
  reasons: Reason[];
  /** Where a lost track may be by now; on open cases only. */
  search?: SearchArea | null;
}

export interface Sensor {
  id: number | string;
  name: string;
  kind: string;
  latDeg: number | null;
  lonDeg: number | null;
  heightM: number | null;
  source: string | null;
  maxRangeM: number | null;
  plots: number;
  lastPlot: string | null;
  lastMessage: string | null;
  rotationS: number | null;
  degraded: boolean;
  /** Null until something is known; absent from servers older than this. */
  quality?: SensorQuality | null;
  /** Null for who is no radar, and while nothing is known. */
  alignment?: SensorAlignment | null;
}

/** What a radar was found to get wrong: reported = true + bias; taken off its plots. */
export interface SensorAlignment {
  rangeM: number;
  azimuthDeg: number;
  timeS: number;
  rangeSigmaM: number;
  azimuthSigmaDeg: number;
  timeSigmaS: number;
  /** What the range bias grows by in a hundred kilometres. */
  gainMPer100Km: number;
  gainSigmaMPer100Km: number;
  /** Null where the radar measures none, or nothing is known. */
  elevationDeg: number | null;
  elevationSigmaDeg: number | null;
  samples: number;
  jumpedAt: string | null;
  jump: string | null;
  /** Absent from servers older than this. */
  why?: Reason[];
}

/** How a sensor does against the smoothed tracks, over the last minutes. */
export interface SensorQuality {
  compared: number;
  rangeMeanM: number | null;
  rangeSigmaM: number | null;
  azimuthMeanDeg: number | null;
  azimuthSigmaDeg: number | null;
  updateProbability: number | null;
  expectedUpdates: number | null;
  /** Absent from servers older than this. */
  why?: Reason[];
}

/** How good the picture was in the last minutes, by its own account. */
export interface PictureQuality {
  from: string;
  to: string;
  leftOut: number;
  /** The whole picture first. */
  areas: AreaQuality[];
  why: Reason[];
}

export interface AreaQuality {
  name: string;
  kind: "everywhere" | "airspace" | "tuning";
  epochs: number;
  objects: number | null;
  gospaM: number | null;
  gospaPerObjectM: number | null;
  missed: number | null;
  false: number | null;
  completeness: number | null;
  ambiguity: number | null;
  spuriousness: number | null;
  positionRmsM: number | null;
  velocityRmsMps: number | null;
  referenceRmsM: number | null;
  numberChanges: number;
  numberChangesPerHour: number | null;
}

export type FeedState = "connecting" | "live" | "silent" | "failed" | "ended";

export interface Feed {
  name: string;
  format: string;
  state: FeedState;
  detail: string;
  octets: number;
  records: number;
  plots: number;
  refused: number;
  lastReceived: string | null;
  lastRefusal: string | null;
}

export interface Airspace {
  id: string;
  name: string;
  role: "protected" | "information" | "origin";
  floorM: number | null;
  ceilingM: number | null;
  polygons: [lonDeg: number, latDeg: number][][][];
}

export const readinessLevels = ["normal", "preventive", "heightened", "standDown"] as const;
export type ReadinessLevel = (typeof readinessLevels)[number];

export interface Readiness {
  level: ReadinessLevel;
  since: string;
  decidedBy: string;
  recommended: ReadinessLevel;
  evidence: Reason[];
}

export interface WarningDraft {
  id: string;
  alert: string;
  sent: string;
  expires: string;
  exercise: boolean;
  headline: string;
  description: string;
  instruction: string;
  areaDescription: string;
  area: [lonDeg: number, latDeg: number][];
}

export interface Statement {
  from: string;
  to: string;
  exercise: boolean;
  lines: { text: string; entries: number[] }[];
}

export interface Status {
  name: string;
  exercise: boolean;
  mode: "live" | "replay" | "demo";
  /** Times real time; null where the picture runs as fast as it can. */
  speed: number | null;
  now: string;
  applied: number;
  digest: string;
  tracks: number;
  alertsOpen: number;
  journal: string | null;
  version: string;
  startedAt: string;
  localTimeZone: string;
  progress: number | null;
  /** How a recording passes; null where the watch is live. */
  playback: Playback | null;
}

export interface Playback {
  /** Times real time; null where it runs as fast as it can. */
  speed: number | null;
  paused: boolean;
  /** What lies before this time is being passed over. */
  skipsTo: string | null;
  ended: boolean;
}

export interface CommandResult { accepted: boolean; message: string }

export type PictureRow = [
  n: number, status: number, latDeg: number, lonDeg: number, heightM: number | null, speedMps: number, headingDeg: number,
  climbMps: number, identity: number, objectClass: number, classProbability: number, existence: number, sigmaM: number,
  lastSeenUnixMs: number, callsign: string | null, address: string | null, code: string | null, maxWithin10Min: number,
  etaS: number | null, simulated: 0 | 1, sensedIndependently: 0 | 1,
];

/** The height is known of the points that this page saw itself. */
export type TrailPoint = [lonDeg: number, latDeg: number, unixMs: number, heightM?: number | null];

export type IntegrityKind = "jump" | "impossibleMotion" | "frozen" | "replayed" | "againstSensors" | "duplicateAddress" | "degraded" | "againstAirData";

/** A doubt about what one aircraft claims of itself. */
export interface IntegrityFinding {
  n: number;
  kind: IntegrityKind;
  address: string;
  callsign: string | null;
  since: string;
  until: string | null;
  claimedLatDeg: number;
  claimedLonDeg: number;
  trustedLatDeg: number | null;
  trustedLonDeg: number | null;
  doubted: boolean;
  reports: number;
  reasons: Reason[];
}

/** Aircraft of the last hour in one H3 cell of resolution 4; spoofed: there while their claims were not believed. */
export interface InterferenceCell { cell: string; good: number; bad: number; badShare: number; level: "low" | "medium" | "high"; spoofed: number; why?: Reason[] }

export interface Integrity { findings: IntegrityFinding[]; cells: InterferenceCell[]; doubtedReports: number }

export type SensorWork = "working" | "impaired" | "silent" | "unplaced";

/** What one sensor is counted with: 1 = as expected. Sectors are equal, clockwise from north. */
export interface SensorCoverage { id: number; name: string; work: SensorWork; share: number; sectors: number[]; why: Reason }

/** The way in on which an object of a class at a height is most probably missed. */
export interface WeakPath {
  class: ObjectClass;
  heightM: number;
  miss: number;
  way: [lonDeg: number, latDeg: number][];
  segmentFrom: [lonDeg: number, latDeg: number];
  segmentTo: [lonDeg: number, latDeg: number];
  watchers: string[];
  why: Reason[];
}

export interface AllClear {
  airspace: string;
  allowed: boolean;
  reasons: Reason[];
  weakest: WeakPath[];
  unseen: { class: ObjectClass; expected: number; perHour: number }[];
}

export interface Coverage {
  at: string | null;
  entry: number;
  heightsM: number[];
  classes: { class: ObjectClass; crossSectionM2: number; speedMps: number; transponder: boolean }[];
  cellM: number;
  /** Where the heights of the ground come from; null = a smooth earth. */
  terrain: string | null;
  sensors: SensorCoverage[];
  allClears: AllClear[];
}

/** Where a lost object may be by now. */
export interface SearchArea {
  alert: string;
  track: string;
  lastLatDeg: number;
  lastLonDeg: number;
  lastSeen: string;
  share: number;
  areaKm2: number;
  reachM: number;
  flying: number;
  down: number;
  rings: [lonDeg: number, latDeg: number][][];
  why: Reason[];
}

export interface Hello {
  type: "hello";
  status: Status;
  airspaces: Airspace[];
  sensors: Sensor[];
  feeds: Feed[];
  alerts: Alert[];
  readiness: Readiness | null;
  warnings: WarningDraft[];
  integrity: Integrity;
  coverage: Coverage;
  search: SearchArea[];
  trails: Record<string, TrailPoint[]>;
}

export type LiveMessage =
  | Hello
  | { type: "picture"; now: string; t: PictureRow[]; gone: number[] }
  | { type: "alert"; alert: Alert }
  | { type: "readiness"; readiness: Readiness }
  | { type: "warning"; warning: WarningDraft }
  | { type: "statement"; statement: Statement }
  | { type: "integrity"; integrity: Integrity }
  | { type: "coverage"; coverage: Coverage }
  | { type: "search"; search: SearchArea[] }
  | { type: "health"; feeds: Feed[]; sensors: Sensor[]; status: Status; pictureQuality?: PictureQuality | null };
