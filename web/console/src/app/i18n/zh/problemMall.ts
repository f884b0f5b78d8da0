/** What refusals of the mall, check-ins, tasks, draws and benefits are called. */
export const mallTitles = {
  'mall-item-name-taken': '已有同名的商城商品',
  'mall-item-not-ready': '商品还不能上架',
  'mall-item-sold': '商品已有兑换',
  'mall-wish-incomplete': '兑换信息不完整',
  'mall-order-state': '订单状态不允许',
  'task-name-taken': '已有同名的任务或成长计划',
  'task-begun': '任务已经开始',
  'draw-name-taken': '已有同名的抽奖',
  'benefit-name-taken': '已有同名的权益',
  'draw-begun': '抽奖已经开始',
  'benefit-begun': '权益已经开始发放',
  'benefit-of-programme': '权益属于会员体系',
  'mall-coupon-used': '未使用的券不够，不能退回',
  'mall-pieces-returned': '退回件数有变化',
  'reward-not-retryable': '奖励现在不能重试',
  'mall-code-seen': '兑换码不能放回库存',
}
