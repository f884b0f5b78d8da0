import type { KafkaConnection, KafkaConnectionWritable } from '@/client'

export const NEW_CONNECTION: KafkaConnection = { servers: '', tls: false, mechanism: 'none', username: null, authority: null }

/** What the form holds, as the server takes it: an empty password keeps the one that is stored. */
export function asSettings(connection: KafkaConnectionWritable): KafkaConnectionWritable {
  const signsIn = connection.mechanism !== 'none'
  return {
    servers: connection.servers,
    tls: connection.tls,
    mechanism: connection.mechanism,
    username: (signsIn && connection.username) || null,
    password: (signsIn && connection.password) || null,
    authority: (connection.tls && connection.authority) || null,
  }
}
