import type { Tone } from '@/shared/components/StateTag'

const TONES: Record<string, Tone> = {
  draft: 'calm',
  active: 'good',
  stopped: 'sun',
  issued: 'water',
  locked: 'sun',
  offered: 'sun',
  redeemed: 'good',
  returned: 'calm',
  expired: 'calm',
  withdrawn: 'bad',
}

/** The colour of a coupon's or a template's state. */
export function couponTone(state: string): Tone {
  return TONES[state] ?? 'calm'
}
