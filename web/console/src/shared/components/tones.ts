import type { Tone } from './StateTag'

const TONES: Record<string, Tone> = {
  draft: 'calm',
  queued: 'calm',
  pending: 'calm',
  planning: 'water',
  planned: 'sun',
  awaiting: 'sun',
  approved: 'good',
  refused: 'bad',
  running: 'water',
  sending: 'water',
  sent: 'water',
  awaitingGuide: 'sun',
  paused: 'sun',
  done: 'good',
  delivered: 'good',
  clicked: 'good',
  failed: 'bad',
  cancelled: 'calm',
  undoing: 'water',
  undo_failed: 'bad',
  undone: 'calm',
  unknown: 'sun',
  suppressed: 'calm',
}

export function toneOf(state: string): Tone {
  return TONES[state] ?? 'calm'
}
