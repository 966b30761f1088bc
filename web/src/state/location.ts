// The address carries the view, so that it can be sent to a colleague: #z/lat/lon/T00012

export interface View { zoom: number; latDeg: number; lonDeg: number; track: number | null }

export function readView(hash: string): View | null {
  const [zoom, lat, lon, track] = hash.replace(/^#/, "").split("/");
  const view = { zoom: Number(zoom), latDeg: Number(lat), lonDeg: Number(lon), track: readTrack(track) };
  const valid = zoom && lat && lon && within(view.zoom, 0, 22) && within(view.latDeg, -85, 85) && within(view.lonDeg, -180, 180);
  return valid ? view : null;
}

export function writeView(view: View): string {
  const place = `#${view.zoom.toFixed(2)}/${view.latDeg.toFixed(4)}/${view.lonDeg.toFixed(4)}`;
  return view.track === null ? place : `${place}/T${String(view.track).padStart(5, "0")}`;
}

function readTrack(text: string | undefined): number | null {
  const digits = /^T(\d+)$/.exec(text ?? "")?.[1];
  return digits ? Number(digits) : null;
}

const within = (value: number, least: number, most: number): boolean => Number.isFinite(value) && value >= least && value <= most;
