/** The rows of the builder that ask about orders' facts, touchpoints and built-in stages. */
export const segmentRow = {
  add: { touchpoint: '触点状态', rfm: 'RFM', lifecycle: '生命周期', aipl: 'AIPL' },
  filter: {
    add: '只看某些商品、门店……',
    remove: '去掉这一项',
    fact: '看什么',
    times: '{{n}} 次',
  },
  facts: { product: '商品', category: '类目', store: '门店', channel: '渠道' },
  factOperators: { in: '是', notIn: '不是', contains: '包含' },
  touchpoint: { channel: '渠道', state: '状态', guides: '导购', anyGuide: '任何导购' },
  channels: { wecom: '企业微信', email: '邮件', sms: '短信' },
  states: { has: '有（不论还通不通）', reachable: '营销可触达', unsubscribed: '已退订营销', lost: '已失效' },
  rfm: {
    r: '近度，任意',
    f: '频度，任意',
    m: '额度，任意',
    by: '怎么打分',
    fifths: '买家五等分',
    own: '自定分界',
    cuts: { recency: '距上次下单至多（天）', frequency: '订单至少（次）', monetary: '净消费至少（{{currency}}）' },
    cut: '{{measure}}，得 {{score}} 分',
  },
  lifecycle: { stage: '阶段', cycle: '复购周期', computed: '按各人订单算' },
  lifecycleStages: { prospect: '潜客', new: '新客', active: '活跃', cooling: '降温', silent: '沉默', lost: '流失' },
  aipl: { stage: '阶段' },
  aiplStages: { awareness: 'A 认知', interest: 'I 兴趣', purchase: 'P 购买', loyalty: 'L 忠诚' },
}
