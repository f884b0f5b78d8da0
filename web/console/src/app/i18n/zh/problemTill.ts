/** What refusals at a till that knows its customer, and at a guide's desk, are called. */
export const tillTitles = {
  'member-pass-used': '会员码已被别的收银机读取',
  'till-visit-over': '读码已超过 30 分钟',
  'till-visit-forged': '不是这台收银机的会员凭据',
  'till-payment-over': '冻结已到期',
  'till-payment-state': '抵扣的状态不允许',
  'till-payment-elsewhere': '抵扣是另一台收银机发起的',
  'till-refund-too-large': '退回的积分太多',
  'desk-store-not-yours': '您不在这家门店工作',
  'desk-no-store': '还没有您的门店',
}
