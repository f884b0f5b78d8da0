import type { IdentitySuggestion } from '@/client'

/** Beyond this many bits a bar is full. */
const FULL = 16
const STRONG = 8
const SOME = 3

export type Strength = 'strong' | 'some' | 'slight' | 'against' | 'strongly'

/** What a field's bits say, in words. */
export function strengthOf(bits: number): Strength {
  if (bits >= STRONG) return 'strong'
  if (bits >= SOME) return 'some'
  if (bits >= 0) return 'slight'
  return bits > -SOME ? 'against' : 'strongly'
}

/** How far a bar reaches, between 0 and 1. */
export function reachOf(bits: number): number {
  return Math.min(1, Math.abs(bits) / FULL)
}

export function sureness(probability: number): 'almost' | 'very' | 'maybe' {
  if (probability >= 0.99) return 'almost'
  return probability >= 0.9 ? 'very' : 'maybe'
}

/** Short of certain, however many nines there are. */
export function percentOf(probability: number): string {
  return `${(Math.floor(Math.min(probability, 0.999) * 1000) / 10).toFixed(1)}%`
}

export const keyOf = ({ left, right }: Pick<IdentitySuggestion, 'left' | 'right'>) => `${left.customerNo}-${right.customerNo}`
