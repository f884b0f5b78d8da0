/** An estimate with the ends of its interval. */
export interface Estimate {
  low: number
  high: number
  difference: number
}

export interface Drawing {
  zero: number
  low: number
  high: number
  point: number
}

/** Where zero, the interval and the estimate lie, as shares of the width. */
export function drawingOf({ low, high, difference }: Estimate): Drawing {
  const reach = Math.max(Math.abs(low), Math.abs(high), Math.abs(difference)) || 1
  const from = Math.min(low, -reach * 0.25)
  const to = Math.max(high, reach * 0.25)
  const margin = (to - from) * 0.06
  const place = (value: number) => (value - from + margin) / (to - from + 2 * margin)
  return { zero: place(0), low: place(low), high: place(high), point: place(difference) }
}
