// The debrief's own data, as debrief_data.py makes it.

export interface DebriefData {
  /** By the number of a choice that tries techniques without carrying them off: their names, and the coach's HTML. */
  coach: Record<number, { weak: string[]; html: string }>;
  /** Numbers of the choices after which there is no way back. */
  final: number[];
  /** The author's own three prompts; none where the player's are asked. */
  prompts: string[];
  /** How much of each answer to a prompt is kept, in bytes of UTF-8. */
  most: number;
  map: MapData;
}

/** Places in pixels of the map's own size. */
export interface MapData {
  size: [width: number, height: number];
  /** What every box measures. */
  box: [width: number, height: number];
  /** The left upper corner of each node's box, by node. */
  boxes: [x: number, y: number][];
  routes: MapRoute[];
}

/** All arrows from one node to another: what is drawn, the numbers of the choices, and 1 where a divert goes there too. */
export type MapRoute = [source: number, target: number, path: string, choices: number[], divert: 0 | 1];
