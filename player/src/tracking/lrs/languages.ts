// Which dates and numbers a learner is used to, where the LMS says which languages they prefer.

/**
 * The first preferred language that differs from the course's only by its region, for dates and numbers; else the course's.
 * Both are tags of RFC 5646; what is none of these is not preferred.
 */
export function likeTheLearner(language: string, preferred: string[]): string {
  const primary = (tag: string) => tag.split("-")[0]!.toLowerCase();
  const found = preferred.find((tag) => primary(tag) === primary(language)) ?? language;
  try {
    return Intl.getCanonicalLocales(found)[0] ?? language;
  } catch {
    return language;
  }
}
