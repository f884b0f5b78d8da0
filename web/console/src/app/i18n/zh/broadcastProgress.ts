export const progress = {
  title: '发送进展',
  bar: '已处理 {{done}} / {{total}} 人',
  recipients: '收件人',
  pending: '待发',
  sent: '已发出',
  awaitingGuide: '等导购确认',
  delivered: '已送达',
  clicked: '已点击',
  failed: '未送达',
  unknown: '结果不明',
  cancelled: '已取消',
  unknownMeaning: '发出时断线，不知道是否送达；为免重复，不会再发。',
}
