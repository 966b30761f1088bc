import type { FeatureCollection } from "geojson";
import type { CommandResult, Identity, ObjectClass, ReadinessLevel, Statement, TrackDetail } from "./types.ts";

/** A request that did not succeed, in words for the person at the screen. */
export class RequestFailed extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const address = (path: string): URL => new URL(`api/v1/${path}`, document.baseURI);

/** Address of the CAP 1.2 draft that belongs to an alert. */
export const warningAddress = (alert: string): string => address(`alerts/${alert}/warning`).href;

export const getTrack = (number: string): Promise<TrackDetail> => get(`tracks/${number}`);
/** Where an object of a class at a height above ground is detected within a minute. */
export const getCoverage = (heightM: number, objectClass: ObjectClass): Promise<FeatureCollection> => get(`coverage/${heightM}?class=${objectClass}`);
export const askStatement = (by: string): Promise<Statement> => post("statement", { by });

export const acknowledge = (alert: string, by: string): Promise<CommandResult> => command(`alerts/${alert}/acknowledge`, { by });
export const escalate = (alert: string, by: string, why: string): Promise<CommandResult> =>
  command(`alerts/${alert}/escalate`, { by, why });
export const close = (alert: string, by: string, why: string): Promise<CommandResult> => command(`alerts/${alert}/close`, { by, why });
export const decideReadiness = (level: ReadinessLevel, by: string, why: string): Promise<CommandResult> =>
  command("readiness", { by, level, why });
export const decideIdentity = (track: string, identity: Identity | null, by: string, why: string): Promise<CommandResult> =>
  command(`tracks/${track}/identity`, { by, identity, why });

/** Changes how a recording passes; what is not named stays. */
export const changePlayback = (change: { speed?: number; paused?: boolean; skipTo?: string }): Promise<CommandResult> => command("playback", change);

async function get<T>(path: string): Promise<T> {
  return (await answered(await reach(path))) as T;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  return (await answered(await reach(path, body))) as T;
}

async function command(path: string, body: unknown): Promise<CommandResult> {
  const response = await reach(path, body);
  if (response.status === 409) return (await response.json()) as CommandResult;
  return (await answered(response)) as CommandResult;
}

async function reach(path: string, body?: unknown): Promise<Response> {
  const request: RequestInit = { signal: AbortSignal.timeout(10_000), headers: { accept: "application/json" } };
  if (body !== undefined) {
    request.method = "POST";
    request.headers = { accept: "application/json", "content-type": "application/json" };
    request.body = JSON.stringify(body);
  }
  try {
    return await fetch(address(path), request);
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    throw new RequestFailed(
      late ? "The server did not answer within 10 s. Whether it acted is not known." : "The server cannot be reached.", 0);
  }
}

async function answered(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new RequestFailed(await inWords(response), response.status);
}

/** RFC 9457: the detail is written for people; the title is the next best. */
async function inWords(response: Response): Promise<string> {
  const fallback = `The server refused (${response.status}).`;
  try {
    const problem = (await response.json()) as { detail?: string; title?: string; message?: string };
    return problem.detail ?? problem.message ?? problem.title ?? fallback;
  } catch {
    return fallback;
  }
}
