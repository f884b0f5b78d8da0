export const mallReturn = {
  action: 'Take back',
  title: 'Take back order {{number}}',
  text: 'The member gets the {{points}} points back, once.',
  pieces: 'Pieces',
  left: '{{left}} can come back.',
  some: '{{returned}} of {{pieces}} came back',
  why: 'Why',
  restock: 'Back to the stock: it can be had again',
  done: 'Taken back; the points are the member’s again',
  of: { coupon: 'As many unused coupons are withdrawn with them; one that was used does not come back.', code: 'The member has seen the code, so it does not go back to the stock.' },
}
