import type { Import } from '@/client'

const columns = ['Invoice', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'Price', 'Customer ID', 'Country']

export const draftImport: Import = {
  id: 3,
  kind: 'orders',
  filename: 'online_retail_2011.csv',
  bytes: 45_580_638,
  state: 'draft',
  encoding: 'UTF-8',
  delimiter: ',',
  columns,
  sample: [
    ['536365', '85123A', 'WHITE HANGING HEART T-LIGHT HOLDER', '6', '2010-12-01 08:26:00', '2.55', '17850', 'United Kingdom'],
    ['536365', '71053', 'WHITE METAL LANTERN', '6', '2010-12-01 08:26:00', '3.39', '17850', 'United Kingdom'],
    ['536365', '84406B', 'CREAM CUPID HEARTS COAT HANGER', '8', '2010-12-01 08:26:00', '2.75', '17850', 'United Kingdom'],
    ['C536379', 'D', 'Discount', '-1', '2010-12-01 09:41:00', '27.50', '14527', 'United Kingdom'],
    ['536370', '22728', 'ALARM CLOCK BAKELIKE PINK', '24', '2010-12-01 08:45:00', '3.75', '12583', 'France'],
    ['536414', '22139', '', '56', '2010-12-01 11:52:00', '0.00', '', 'United Kingdom'],
  ],
  fields: [
    { name: 'orderNumber', required: true, guess: 'Invoice' },
    { name: 'paidAt', required: true, guess: 'InvoiceDate' },
    { name: 'customer', required: false, guess: 'Customer ID' },
    { name: 'productCode', required: false, guess: 'StockCode' },
    { name: 'quantity', required: true, guess: 'Quantity' },
    { name: 'unitPrice', required: true, guess: null },
    { name: 'productName', required: false, guess: 'Description' },
    { name: 'country', required: false, guess: 'Country' },
    { name: 'store', required: false, guess: null },
  ],
  mapping: {},
  source: null,
  jobId: null,
  counts: null,
  problem: null,
  createdAt: '2026-11-20T01:30:00Z',
  finishedAt: null,
}

export const doneImport: Import = {
  ...draftImport,
  id: 1,
  filename: 'online_retail_2010.csv',
  state: 'done',
  source: '官网',
  counts: { lines: 525_461, rejectedLines: 37, orders: 20_951, refunds: 4_592, anonymousOrders: 2_315, unchanged: 0, newCustomers: 4_383 },
  createdAt: '2026-11-19T06:00:00Z',
  finishedAt: '2026-11-19T06:00:41Z',
}
