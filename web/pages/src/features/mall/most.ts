/** How many pieces the member can have at once: what stock and limit allow, and what the points pay for. */
export function most({ most: allowed, points }: { most: number; points: number }, purse: number) {
  return Math.max(1, Math.min(allowed, Math.floor(purse / points)))
}
