import type { Same } from '../same'
import type { email as zh } from '../zh/email'

export const email: Same<typeof zh> = {
  title: 'E-mail',
  headlineOff: 'Not set up yet: broadcasts by e-mail cannot go out. Enter a mail server and a from address to begin.',
  headlineOn: 'Broadcasts by e-mail go out through {{host}} in the name of {{fromName}} ({{fromAddress}}).',
  host: 'SMTP server',
  port: 'Port',
  security: 'Connection',
  securities: { none: 'Not encrypted', starttls: 'STARTTLS', tls: 'TLS' },
  username: 'User name (optional)',
  password: 'Password',
  passwordHint: 'Write-only: leave it empty to keep the one saved for this brand.',
  fromAddress: 'From address',
  fromName: 'From name',
  invalid: 'This is not an e-mail address',
}
