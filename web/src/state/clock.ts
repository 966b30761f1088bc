/**
 * The time of the picture, carried on between pictures at the server's speed. It never runs more than two seconds (of the
 * viewer's time) past the last word of the server, so that a lost link freezes the picture instead of inventing it.
 */
export class PictureClock {
  private pictureMs = Number.NaN;
  private heardAtMs = Number.NEGATIVE_INFINITY;
  private speed = 1;

  /** The server said that it is `pictureMs`, heard at `atMs` by the viewer's monotonic clock. */
  hear(pictureMs: number, atMs: number): void {
    this.pictureMs = pictureMs;
    this.heardAtMs = atMs;
  }

  /** 0 where it stands still. */
  setSpeed(speed: number | null): void {
    this.speed = speed !== null && Number.isFinite(speed) && speed >= 0 ? speed : 1;
  }

  /** Picture time at `atMs`; NaN before the first word. */
  at(atMs: number): number {
    const since = Math.min(2_000, Math.max(0, atMs - this.heardAtMs));
    return this.pictureMs + since * this.speed;
  }

  get rate(): number {
    return this.speed;
  }

  /** Seconds of the viewer's time since the server last spoke of the picture. */
  ageS(atMs: number): number {
    return (atMs - this.heardAtMs) / 1000;
  }
}
