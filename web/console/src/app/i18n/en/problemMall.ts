/** What refusals of the mall, check-ins, tasks, draws and benefits are called. */
export const mallTitles = {
  'mall-item-name-taken': 'There is something of that name in the mall',
  'mall-item-not-ready': 'Not ready for the shelf',
  'mall-item-sold': 'It has been sold',
  'mall-wish-incomplete': 'Something is missing',
  'mall-order-state': 'The order does not allow it',
  'task-name-taken': 'There is a task of that name',
  'task-begun': 'The task has begun',
  'draw-name-taken': 'There is a draw of that name',
  'benefit-name-taken': 'There is a benefit of that name',
  'draw-begun': 'The draw has begun',
  'benefit-begun': 'The benefit is being given',
  'benefit-of-programme': 'The benefit is the programme’s',
  'mall-coupon-used': 'Too few coupons are unused',
  'mall-pieces-returned': 'Some came back meanwhile',
  'reward-not-retryable': 'It cannot be tried again now',
  'mall-code-seen': 'The code was seen',
}
