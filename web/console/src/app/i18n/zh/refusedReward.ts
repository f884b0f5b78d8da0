export const refusedReward = {
  title: '未发放的奖励',
  headline: '签到、任务、抽奖、权益和旅程该给会员、却没能给到的；解决原因后可以重试，不会重复发放。',
  member: '会员',
  reward: '奖励',
  for: '来源',
  why: '原因',
  at: '时间',
  retry: '重试',
  retried: '正在重新发放；给到了就会从这里消失',
  final: '不能重试',
  empty: '没有未发放的奖励',
  emptyText: '该给会员的都给到了。',
}
