/** A change with its sign; a minus as wide as the plus. */
export function signed(change: number, exact: (value: number) => string): string {
  return change > 0 ? `+${exact(change)}` : `−${exact(-change)}`
}
