// ISO 8601 durations, as SCORM 2004 (timeinterval, 4.1.1.8) and xAPI write them: hours, minutes, seconds, hundredths.

export function duration(milliseconds: number): string {
  const hundredths = Math.round(milliseconds / 10);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${(hundredths % 6000) / 100}S`;
}
