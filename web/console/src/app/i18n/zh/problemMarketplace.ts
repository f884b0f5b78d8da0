/** What refusals to marketplaces are called. */
export const marketplaceTitles = {
  'marketplace-shop-taken': '店铺已接入',
  'marketplace-shop-unknown': '没有接入这个店铺',
  'marketplace-signature-wrong': '签名不对',
  'marketplace-timestamp-old': '请求时间太久',
  'marketplace-call-unreadable': '请求无法识别',
  'marketplace-member-unknown': '这个手机号还不是会员',
  'marketplace-not-linked': '账号没有绑定会员',
  'marketplace-account-bound': '账号已绑定另一位会员',
  'marketplace-member-bound': '会员已绑定另一个账号',
  'marketplace-points-absurd': '积分数不合理',
  'marketplace-record-taken': '流水号已用于另一笔积分',
  'marketplace-record-unknown': '没有要退回的流水',
  'marketplace-return-too-large': '退回的积分太多',
  'marketplace-not-ready': '正在整理手机号',
}
