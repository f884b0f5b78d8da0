/** Odds are kept as so many of a million rolls, and typed in percent. */
export const ROLLS = 1_000_000

export function weightOf(percent: number): number {
  return Math.round((percent * ROLLS) / 100)
}

export function percentOf(weight: number): number {
  return (weight * 100) / ROLLS
}

/** All odds together, free of the noise of binary fractions. */
export function sumOfOdds(percents: (number | null | undefined)[]): number {
  return percentOf(percents.reduce<number>((sum, percent) => sum + weightOf(percent ?? 0), 0))
}
