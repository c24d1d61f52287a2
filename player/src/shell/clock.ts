// Milliseconds that were spent with the course open. Some browsers let performance.now() run on while the device sleeps,
// so the clock ticks by itself and no step between two readings counts for more than a throttled tab can explain.

const TICK = 15_000;
/** Background tabs are woken once a minute at the least. */
const MOST_STEP = 90_000;

/** Starts a clock; each call gives the milliseconds since, by `now`, a monotonic clock. */
export function startClock(now = () => performance.now()): () => number {
  let total = 0;
  let last = now();
  const read = () => {
    const at = now();
    total += Math.min(Math.max(at - last, 0), MOST_STEP);
    last = at;
    return total;
  };
  setInterval(read, TICK);
  return read;
}
