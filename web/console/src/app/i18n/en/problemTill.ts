export const tillTitles = {
  'member-pass-used': 'Another till read this member code',
  'till-visit-over': 'The member code was read too long ago',
  'till-visit-forged': 'Not a visit of this till',
  'till-payment-over': 'The points were kept until now only',
  'till-payment-state': 'The state of the payment does not allow it',
  'till-payment-elsewhere': 'Another till keeps these points',
  'till-refund-too-large': 'More points than are left of the payment',
  'desk-store-not-yours': 'You do not work at this store',
  'desk-no-store': 'You have no store yet',
}
