import ms from "milsymbol";
import { identityColour, prominence, symbolCode } from "../air/symbols.ts";
import type { Identity, ObjectClass } from "../api/types.ts";

export interface Sprite {
  image: HTMLCanvasElement;
  /** Size on screen and where in it the track is, CSS pixels. */
  widthPx: number;
  heightPx: number;
  anchorX: number;
  anchorY: number;
}

/** Military symbols drawn once for each identity, class and size, and kept as images. */
export class Atlas {
  private readonly sprites = new Map<string, Sprite>();
  private readonly ratio: number;

  constructor(ratio: number) {
    this.ratio = ratio;
  }

  get(identity: Identity, objectClass: ObjectClass, sizePx: number): Sprite {
    const key = `${identity}/${objectClass}/${sizePx}`;
    let sprite = this.sprites.get(key);
    if (!sprite) this.sprites.set(key, (sprite = draw(identity, objectClass, sizePx, this.ratio)));
    return sprite;
  }
}

/**
 * What asks for attention is solid; open questions are half filled; routine traffic is a dark symbol with a coloured frame, so that
 * it stays in the background.
 */
function draw(identity: Identity, objectClass: ObjectClass, sizePx: number, ratio: number): Sprite {
  const colour = identityColour[identity];
  const solid = prominence(identity) === 2;
  const open = prominence(identity) === 1;
  const symbol = new ms.Symbol(symbolCode(identity, objectClass), {
    size: sizePx,
    fill: true,
    fillColor: solid ? colour : open ? "#5c5120" : "#111a22",
    fillOpacity: 0.95,
    monoColor: solid ? "#1c0709" : colour,
    outlineColor: solid ? colour : "#0a1016",
    outlineWidth: solid ? 3 : 4,
    strokeWidth: solid ? 5 : 9,
    infoFields: false,
  });
  const size = symbol.getSize();
  const anchor = symbol.getAnchor();
  return { image: symbol.asCanvas(ratio), widthPx: size.width, heightPx: size.height, anchorX: anchor.x, anchorY: anchor.y };
}

const addresses = new Map<string, string>();

/** The same symbol as an address for an <img>. */
export function symbolImage(identity: Identity, objectClass: ObjectClass, sizePx: number): string {
  const key = `${identity}/${objectClass}/${sizePx}`;
  let address = addresses.get(key);
  if (!address) addresses.set(key, (address = draw(identity, objectClass, sizePx, Math.max(2, window.devicePixelRatio)).image.toDataURL()));
  return address;
}
