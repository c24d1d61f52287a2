// What must be known before a session can begin is asked for a few times where nobody answers.

const PAUSES = [500, 2000];

/** The attempt's result, of the last attempt where all of them `failed`. */
export async function patiently<T>(attempt: () => Promise<T>, failed: (got: T) => boolean): Promise<T> {
  for (const pause of PAUSES) {
    const got = await attempt();
    if (!failed(got)) return got;
    await new Promise((go) => setTimeout(go, pause));
  }
  return attempt();
}
