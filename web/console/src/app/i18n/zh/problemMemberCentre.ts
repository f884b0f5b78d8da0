/** Titles of refusals at the member centre. */
export const memberCentreTitles = {
  'member-not-signed-in': '会员未登录',
  'member-terms-not-agreed': '未同意会员条款',
  'member-terms-changed': '会员条款已更新',
  'member-phone-invalid': '手机号码不对',
  'member-phone-shared': '手机号登记在多人名下',
  'sign-in-code-wrong': '验证码不对或已过期',
  'sign-in-too-often': '登录操作太频繁',
  'member-codes-too-often': '输错优惠码太多次',
  'sign-in-by-phone-off': '未开通手机号登录',
  'member-wechat-failed': '微信没有给出身份',
  'member-pass-old': '会员码已过时',
  'member-pass-forged': '不是本系统的会员码',
  'member-mall-refused': '商城没有兑换',
  'member-play-refused': '签到或抽奖没有完成',
  'member-birthday-fixed': '生日只能填写一次',
  'member-birthday-absurd': '生日不对',
}
