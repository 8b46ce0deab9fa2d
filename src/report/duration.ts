/** Durations as people read them. */

/** "0.3 s", "41 s", "2 min 05 s" */
export function seconds(value: number): string {
  if (value < 9.95) return `${value.toFixed(1)} s`
  const whole = Math.round(value)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
