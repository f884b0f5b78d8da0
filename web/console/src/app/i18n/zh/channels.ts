export const sms = {
  title: '短信',
  headlineOff: '还没有设置：短信群发发不出去。选一个通道、填好签名就能用；想先看看效果，选「写入文件」。',
  headlineOn: '短信以【{{signature}}】的名义发出，每条 {{price}} 分。',
  provider: '通道',
  providers: { http: '短信网关（HTTP）', file: '写入文件（试发，不真正发送）' },
  providerHint: '试发把本来要发的内容写到数据目录的 sms 文件夹，号码打码，保留 7 天。',
  url: '网关地址',
  key: '密钥标识',
  secret: '密钥',
  secretHint: '只写不读：留空则沿用已保存的密钥。请求用它签名，回执也用它验签。',
  signature: '短信签名',
  signatureHint: '自动加在每条短信前面：【{{signature}}】，计入字数。要先在运营商报备。',
  optOut: '退订说明',
  optOutHint: '自动加在每条营销短信后面，计入字数。顾客回复 R、TD、退订，营销许可自动收回。',
  price: '每条价格（分）',
  priceHint: '70 字以内算 1 条，更长的按每 67 字 1 条。规划群发时按这个价格估算费用。',
  callback: '回执地址',
  callbackHint: '填到网关的回执和上行推送地址里；不填也行，系统会主动去取回执。',
}

export const channelWords = {
  cost: '费用',
  costSegments: '共 {{units}} 条（长短信拆分计），每条 {{price}} 分，约 {{total}}',
  costMessages: '共 {{units}} 次，每次 {{price}} 分，约 {{total}}',
  costFree: '共 {{units}} 条；还没有填写价格',
  previewCost: '{{length}} 字，计 {{units}} 条，约 {{total}}',
  startOther: '会马上开始发出，每位客户 1 条（共 {{calls}} 次调用）。',
  startCall: '会生成 {{recipients}} 个外呼任务，由同事打电话并记下结果，3 天内有效。',
  platformTemplate: '平台模板 ID',
  platformTemplateHint: '公众号或小程序后台的模板 ID；正文每行写一个字段：thing1: 内容。公众号留空则发客服消息。',
}

export const channelReasons = {
  'sensitive-word': '文字里有敏感词',
  'bad-number': '号码不是手机号',
  expired: '到期没有人打',
  'not-reached': '没有打通',
  'window-closed': '超过 48 小时没有互动',
  'not-a-follower': '没有关注或已取消关注',
  'no-subscription': '没有订阅，或次数已用完',
}
