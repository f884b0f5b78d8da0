export const email = {
  title: '发信邮箱',
  headline: '邮件群发通过你自己的邮件服务器发出。',
  host: 'SMTP 服务器',
  port: '端口',
  security: '连接方式',
  securities: { none: '不加密', starttls: 'STARTTLS', tls: 'TLS' },
  username: '用户名（可不填）',
  password: '密码',
  passwordHint: '只写不读：留空则沿用已保存的密码。',
  fromAddress: '发件地址',
  fromName: '发件人名称',
  invalid: '不是邮箱地址',
}
