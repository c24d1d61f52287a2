// What is not needed at once comes in a second script of the course: `<name>.later.ts` in a kind's folder, which registers
// itself in `features` under `<kind>.<name>`.

import { features, type Host, make } from "coursewright";

/**
 * What registered itself under that name, once the second script is there. Rejects where it cannot be fetched; asking
 * again fetches it again.
 */
export const later = <F>({ course }: Host, name: string): Promise<F> =>
  new Promise((found, missed) => {
    const give = (): void => found(features[name] as F);
    if (features[name]) return give();
    const script = Object.assign(make("script"), { src: course.later, onload: give, onerror: missed });
    document.head.append(script);
  });
