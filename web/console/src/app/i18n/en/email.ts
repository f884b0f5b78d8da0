import type { Same } from '../same'
import type { email as zh } from '../zh/email'

export const email: Same<typeof zh> = {
  title: 'E-mail',
  headline: 'Broadcasts by e-mail go out through a mail server of your own.',
  host: 'SMTP server',
  port: 'Port',
  security: 'Connection',
  securities: { none: 'Not encrypted', starttls: 'STARTTLS', tls: 'TLS' },
  username: 'User name (optional)',
  password: 'Password',
  passwordHint: 'Write-only: leave it empty to keep the one saved.',
  fromAddress: 'From address',
  fromName: 'From name',
  invalid: 'This is not an e-mail address',
}
