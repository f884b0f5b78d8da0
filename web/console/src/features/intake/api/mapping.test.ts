import { describe, expect, it } from 'vitest'
import { draftImport } from '@mock/data/imports'
import { exampleOf, missingFields, otherColumns, sharedColumns, startingMapping, withAttribute, withColumn, withField } from './mapping'

describe('the mapping of a file', () => {
  it('starts from what was guessed', () => {
    expect(startingMapping(draftImport)).toMatchObject({ orderNumber: 'Invoice', paidAt: 'InvoiceDate' })
    expect(startingMapping(draftImport)).not.toHaveProperty('unitPrice')
  })
  it('starts from what was chosen before rather than guessed', () => {
    expect(startingMapping({ ...draftImport, mapping: { orderNumber: 'StockCode' } })).toEqual({ orderNumber: 'StockCode' })
  })
  it('names the required fields still missing', () => {
    const mapping = startingMapping(draftImport)
    expect(missingFields(draftImport.fields, mapping)).toEqual(['unitPrice'])
    expect(missingFields(draftImport.fields, withColumn(mapping, 'unitPrice', 'Price'))).toEqual([])
  })
  it('forgets a field that is cleared', () => {
    expect(withColumn({ store: 'Country' }, 'store', undefined)).toEqual({})
  })
  it('notices a column used twice', () => {
    expect(sharedColumns({ country: 'Country', store: 'Country', customer: 'Customer ID' })).toEqual(['Country'])
  })
  it('shows the first value that is not empty', () => {
    expect(exampleOf(draftImport, 'Description')).toBe('WHITE HANGING HEART T-LIGHT HOLDER')
    expect(exampleOf(draftImport, undefined)).toBeUndefined()
  })
  it('makes attributes of columns that no field reads', () => {
    const mapping = withAttribute({ phone: '手机' }, '肤质', true)
    expect(mapping).toEqual({ phone: '手机', 'attributes.肤质': '肤质' })
    expect(otherColumns(['手机', '肤质', '身高'], mapping)).toEqual(['肤质', '身高'])
    expect(withAttribute(mapping, '肤质', false)).toEqual({ phone: '手机' })
  })
  it('takes a column from the attributes when a field reads it', () => {
    expect(withField({ 'attributes.城市': '城市' }, 'city', '城市')).toEqual({ city: '城市' })
  })
})
