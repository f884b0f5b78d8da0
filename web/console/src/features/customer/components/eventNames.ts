export { useEventName } from '@/shared/hooks/useEventName'

/** The standard events a timeline can be narrowed to. */
export const EVENTS = [
  'Order Completed',
  'Order Refunded',
  'Identified',
  'Friend Added',
  'Friend Removed',
  'Message Sent',
  'Message Delivered',
  'Link Clicked',
  'Consent Granted',
  'Consent Withdrawn',
  'Tag Added',
  'Tag Removed',
  'Segment Entered',
  'Segment Left',
  'Customers Merged',
  'Customers Separated',
  'Quiet Preference Set',
  'Product Viewed',
  'Product Added',
  'Page Viewed',
  'Screen Viewed',
  'Group Joined',
  'Aliased',
] as const
