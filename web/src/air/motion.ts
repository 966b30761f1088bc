/** Mean earth radius, m. Good for drawing; the server's geodesy decides. */
export const earthRadiusM = 6_371_008.8;

const rad = Math.PI / 180;

export interface Place { latDeg: number; lonDeg: number }

/** Where one gets from a place along a great circle; heading clockwise from true north. */
export function destination(from: Place, headingDeg: number, distanceM: number): Place {
  const angle = distanceM / earthRadiusM;
  const lat = from.latDeg * rad;
  const heading = headingDeg * rad;
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(heading);
  const east = Math.sin(heading) * Math.sin(angle) * Math.cos(lat);
  const north = Math.cos(angle) - Math.sin(lat) * sinLat;
  const lon = from.lonDeg + Math.atan2(east, north) / rad;
  return { latDeg: Math.asin(sinLat) / rad, lonDeg: ((lon + 540) % 360) - 180 };
}

export function distanceM(a: Place, b: Place): number {
  const dLat = Math.sin(((b.latDeg - a.latDeg) * rad) / 2);
  const dLon = Math.sin(((b.lonDeg - a.lonDeg) * rad) / 2);
  const h = dLat * dLat + Math.cos(a.latDeg * rad) * Math.cos(b.latDeg * rad) * dLon * dLon;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from a to b, degrees clockwise from true north, 0 to 360. */
export function bearingDeg(a: Place, b: Place): number {
  const dLon = (b.lonDeg - a.lonDeg) * rad;
  const y = Math.sin(dLon) * Math.cos(b.latDeg * rad);
  const x = Math.cos(a.latDeg * rad) * Math.sin(b.latDeg * rad) - Math.sin(a.latDeg * rad) * Math.cos(b.latDeg * rad) * Math.cos(dLon);
  return (Math.atan2(y, x) / rad + 360) % 360;
}

/**
 * Dead reckoning over at most a few minutes on the local plane: fast enough for every track in every frame, and within a metre
 * of the great circle for the seconds between two pictures.
 */
export function deadReckon(from: Place, headingDeg: number, speedMps: number, seconds: number): Place {
  const distance = speedMps * seconds;
  const perDegree = earthRadiusM * rad;
  const cosLat = Math.max(0.01, Math.cos(from.latDeg * rad));
  return {
    latDeg: from.latDeg + (distance * Math.cos(headingDeg * rad)) / perDegree,
    lonDeg: from.lonDeg + (distance * Math.sin(headingDeg * rad)) / (perDegree * cosLat),
  };
}

export interface Ellipse { majorM: number; minorM: number; headingDeg: number }

/** Axes (one standard deviation) and direction of the major axis of a horizontal covariance. */
export function ellipseOf(sigmaEastM: number, sigmaNorthM: number, covEastNorthM2: number): Ellipse {
  const varEast = sigmaEastM * sigmaEastM;
  const varNorth = sigmaNorthM * sigmaNorthM;
  const mean = (varEast + varNorth) / 2;
  const spread = Math.hypot((varEast - varNorth) / 2, covEastNorthM2);
  const angle = 0.5 * Math.atan2(2 * covEastNorthM2, varNorth - varEast);
  return {
    majorM: Math.sqrt(Math.max(0, mean + spread)),
    minorM: Math.sqrt(Math.max(0, mean - spread)),
    headingDeg: (angle / rad + 180) % 180,
  };
}

/** A circle on the ground as a closed ring of [lon, lat]. */
export function circle(centre: Place, radiusM: number, corners = 72): [number, number][] {
  return Array.from({ length: corners + 1 }, (_, i) => {
    const p = destination(centre, (i * 360) / corners, radiusM);
    return [p.lonDeg, p.latDeg];
  });
}
