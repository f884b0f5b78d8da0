export const refusedReward = {
  title: 'Rewards not given',
  headline: 'What check-ins, tasks, draws, benefits and journeys owed members and could not give. Try again once the reason is gone; nobody gets it twice.',
  member: 'Member',
  reward: 'Reward',
  for: 'For',
  why: 'Why not',
  at: 'When',
  retry: 'Try again',
  retried: 'Being given once more; what was given leaves this list',
  final: 'Cannot be tried again',
  empty: 'Every reward was given',
  emptyText: 'What members were owed, they have.',
}
