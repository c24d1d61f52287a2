// ISO 8601 durations, as SCORM 2004 (timeinterval, 4.1.1.8) and xAPI write them: seconds, whose number has no bound, with
// hundredths at the most.

export const duration = (milliseconds: number): string => `PT${Math.round(milliseconds / 10) / 100}S`;
