import type { SegmentEvent } from '@/client'

export const events: SegmentEvent[] = [
  {
    event: 'Product Viewed',
    count: 48_210,
    properties: [
      { property: 'category', type: 'text', suggestions: [{ value: 'Christmas', count: 9_120 }, { value: 'Kitchen', count: 7_204 }, { value: 'Garden', count: 3_310 }] },
      { property: 'price', type: 'number', suggestions: [{ value: '2.95', count: 4_102 }] },
      { property: 'colours', type: 'text', suggestions: [{ value: 'red', count: 2_011 }, { value: 'blue', count: 1_870 }] },
    ],
  },
  { event: 'Page Viewed', count: 31_004, properties: [{ property: 'path', type: 'text', suggestions: [{ value: '/sale', count: 5_100 }] }] },
  {
    event: 'Order Completed',
    count: 19_960,
    properties: [
      { property: 'total', type: 'number', suggestions: [] },
      { property: 'products[].category', type: 'text', suggestions: [{ value: 'Christmas', count: 6_021 }] },
    ],
  },
  { event: 'Product Added', count: 12_870, properties: [{ property: 'category', type: 'text', suggestions: [{ value: 'Kitchen', count: 2_040 }] }] },
  { event: 'warranty_registered', count: 640, properties: [] },
]
