import type { Import } from '@/client'

const columns = ['Invoice', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'Price', 'Customer ID', 'Country']

export const draftImport: Import = {
  id: 3,
  kind: 'orders',
  filename: 'online_retail_2011.csv',
  bytes: 45_580_638,
  state: 'draft',
  format: 'csv',
  encoding: 'UTF-8',
  delimiter: ',',
  sheet: null,
  sheets: [],
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
  takesMore: false,
  mapping: {},
  template: null,
  source: null,
  jobId: null,
  dryRun: false,
  dryResult: null,
  counts: null,
  problem: null,
  undoable: false,
  createdAt: '2026-11-20T01:30:00Z',
  finishedAt: null,
}

export const doneImport: Import = {
  ...draftImport,
  id: 1,
  filename: 'online_retail_2010.csv',
  state: 'done',
  undoable: true,
  source: '官网',
  counts: { lines: 525_461, rejectedLines: 37, orders: 20_951, refunds: 4_592, anonymousOrders: 2_315, unchanged: 0, newCustomers: 4_383, records: 0 },
  createdAt: '2026-11-19T06:00:00Z',
  finishedAt: '2026-11-19T06:00:41Z',
}

export const customerDraft: Import = {
  ...draftImport,
  id: 4,
  kind: 'customers',
  filename: '会员_2026.xlsx',
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  sheet: '会员',
  sheets: ['会员', '说明'],
  columns: ['会员号', '手机', '姓名', '性别', '生日', '肤质', '备注'],
  sample: [
    ['100001', '13800001111', '张三', '女', '1990-05-06', '干性', ''],
    ['100002', '13800002222', '李四', '男', '1985-11-20', '油性', 'VIP'],
  ],
  fields: ['memberNo', 'phone', 'email', 'name', 'gender', 'birthday', 'city'].map((name, place) => ({
    name,
    required: false,
    guess: [['会员号'], ['手机'], [], ['姓名'], ['性别'], ['生日'], []][place][0] ?? null,
  })),
  takesMore: true,
  mapping: { memberNo: '会员号', phone: '手机', name: '姓名', gender: '性别', birthday: '生日', 'attributes.肤质': '肤质' },
  template: '会员月报',
  source: 'CRM',
  dryResult: {
    counts: { lines: 2_000, rejectedLines: 3, orders: 0, refunds: 0, anonymousOrders: 0, unchanged: 0, newCustomers: 0, records: 1_997 },
    sample: [
      { what: 'Identified', at: '2026-11-20T01:30:00Z', facts: { member_no: '100001', phone: '138****1111', name: '张三', gender: 'female' } },
      { what: 'Identified', at: '2026-11-20T01:30:00Z', facts: { member_no: '100002', phone: '138****2222', name: '李四', gender: 'male' } },
    ],
  },
}
