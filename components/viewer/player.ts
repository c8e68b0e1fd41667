import { type Cine, createCine, rateOf } from "./engine/cine.ts";
import { frameTimeOf } from "./engine/description.ts";
import type { Reading } from "./engine/reading.ts";

/** Cine of a reading, round and round; a frame that is not here yet is waited for. */
export function createPlayer(reading: Reading): Cine {
  return createCine({
    rate: rateOf(frameTimeOf(reading)),
    advance: (frames) => {
      const { loader, sight } = reading;
      if (!loader) return false;
      const next = (sight.index + frames) % loader.slides.length;
      const here = loader.picture(next) || loader.fault(next);
      // Where memory does not hold the whole stack, its beginning is fetched only once it is asked for.
      if (!here && loader.busy) return false;
      reading.go(next, 1);
      return true;
    },
  });
}
