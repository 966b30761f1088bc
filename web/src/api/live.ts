import type { LiveMessage } from "./types.ts";

export interface LiveListener {
  onMessage(message: LiveMessage): void;
  /** The link is down; the next attempt comes after this many milliseconds. */
  onLost(retryInMs: number): void;
}

/** Waiting time before attempt number `attempt` (from 0): doubling from half a second to ten seconds. */
export const backoffMs = (attempt: number): number => Math.min(10_000, 500 * 2 ** Math.min(attempt, 10));

const silenceMs = 8_000;

/** Keeps one WebSocket to the server open. A link that is silent for eight seconds counts as lost: the server speaks every second. */
export class LiveLink {
  private readonly address: string;
  private readonly listener: LiveListener;
  private attempt = 0;
  private socket: WebSocket | null = null;
  private timer = 0;

  constructor(address: string, listener: LiveListener) {
    this.address = address;
    this.listener = listener;
  }

  start(): void {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.expectWord();
    socket.onmessage = (event) => {
      this.attempt = 0;
      this.expectWord();
      this.receive(event.data);
    };
    socket.onclose = () => this.lost(socket);
  }

  /** Tries again now instead of waiting. */
  retryNow(): void {
    this.attempt = 0;
    if (this.socket) this.drop(this.socket);
    this.start();
  }

  private receive(data: unknown): void {
    if (typeof data !== "string") return;
    let message: LiveMessage;
    try {
      message = JSON.parse(data) as LiveMessage;
    } catch {
      console.warn("The server sent a frame that is not JSON; it was left out.");
      return;
    }
    this.listener.onMessage(message);
  }

  private expectWord(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.socket && this.lost(this.socket), silenceMs);
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.drop(socket);
    const waitMs = backoffMs(this.attempt++);
    this.listener.onLost(waitMs);
    this.timer = window.setTimeout(() => this.start(), waitMs);
  }

  private drop(socket: WebSocket): void {
    clearTimeout(this.timer);
    this.socket = null;
    socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
