// What must be known before a session can begin is asked for a few times where nobody answers.

const PAUSES = [500, 2000];

/** The attempt's result, of the last attempt where all of them `failed`. */
export async function patiently<T>(attempt: () => Promise<T>, failed: (got: T) => boolean): Promise<T> {
  let got = await attempt();
  for (const pause of PAUSES) {
    if (!failed(got)) break;
    await new Promise((go) => setTimeout(go, pause));
    got = await attempt();
  }
  return got;
}
