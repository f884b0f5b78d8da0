/** A line of two texts laid side by side. */
export interface LineChange {
  text: string
  change: 'kept' | 'added' | 'removed'
}

/** What became of the lines of a text: kept ones in the order they have now, removed ones where they stood. */
export function lineChanges(before: string[], now: string[]): LineChange[] {
  const length = lengths(before, now)
  const changes: LineChange[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < now.length) {
    if (i < before.length && j < now.length && before[i] === now[j]) {
      changes.push({ text: now[j], change: 'kept' })
      i++
      j++
    } else if (i < before.length && (j === now.length || length[i + 1][j] >= length[i][j + 1])) {
      changes.push({ text: before[i++], change: 'removed' })
    } else {
      changes.push({ text: now[j++], change: 'added' })
    }
  }
  return changes
}

/** How long the longest common subsequence is from each place of both on. */
function lengths(before: string[], now: string[]): number[][] {
  const length = Array.from({ length: before.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      length[i][j] = before[i] === now[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1])
    }
  }
  return length
}
