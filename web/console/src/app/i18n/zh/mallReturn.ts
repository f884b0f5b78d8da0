export const mallReturn = {
  action: '退回',
  title: '退回兑换单 {{number}}',
  text: '{{points}} 积分退回会员，只退一次。',
  pieces: '退回件数',
  left: '还可退回 {{left}} 件。',
  some: '已退回 {{returned}} 件，共 {{pieces}} 件',
  why: '退回原因',
  restock: '放回库存，可以再兑',
  done: '已退回，积分已还给会员',
  of: { coupon: '会员手里未使用的券按件数同时撤回；已用掉的券不能退。', code: '会员已看到兑换码，不能放回库存。' },
}
