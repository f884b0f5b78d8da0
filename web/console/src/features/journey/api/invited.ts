export const MOST_INVITED = 10_000

/** Who is written down: one on each line, or with commas or tabs between them as pasted from a sheet. */
export function linesOf(written: string): string[] {
  return [...new Set(written.split(/[\n\r\t,，;；]+/).map((line) => line.trim()).filter(Boolean))]
}
