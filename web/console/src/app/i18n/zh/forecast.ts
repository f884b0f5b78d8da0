export const forecast = {
  and: '；',
  finished: '预计 {{time}} 发完',
  handedOver: '任务 {{time}} 交到导购手上',
  guides: '等 {{n}} 位导购确认，什么时候确认无法预计',
  pace: '最近每分钟 {{n}} 人',
  resumes: '免打扰时段，{{time}} 接着发',
  unknown: {
    paused: '暂停中，发完时间不知道',
    'too-early': '刚开始，还看不出速度',
    stalled: '几分钟没有一条发出去，发完时间不知道',
    'too-slow': '照现在的速度一年也发不完',
  },
  meaning: '按最近 10 分钟的速度，扣掉中间的免打扰时段推算；渠道限速已在速度里。频次上限和额度只会让人数变少。说不出的就写明原因，不编时间。',
}
