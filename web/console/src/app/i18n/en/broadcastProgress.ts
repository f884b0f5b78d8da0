export const progress = {
  title: 'Progress',
  bar: '{{done}} / {{total}} people handled',
  recipients: 'Recipients',
  pending: 'To be sent',
  sent: 'Sent',
  awaitingGuide: 'Awaiting guide',
  delivered: 'Delivered',
  clicked: 'Clicked',
  failed: 'Not delivered',
  unknown: 'Unknown',
  cancelled: 'Cancelled',
  unknownMeaning: 'The connection broke while sending; to avoid a second message it is not sent again.',
}
