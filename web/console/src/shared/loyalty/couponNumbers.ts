/** The numbers in a text people paste: a line each, or whole lines of the file of codes (code, number). */
export function couponNumbers(text: string): number[] {
  const last = text.split(/\s+/).map((line) => line.split(',').at(-1)?.trim() ?? '')
  return [...new Set(last.filter((part) => /^\d{1,15}$/.test(part)).map(Number))]
}
