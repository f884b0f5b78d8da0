import { describe, expect, it } from 'vitest'
import { isJson, readable } from './jsonText'

describe('the text of an event', () => {
  it('is laid out for reading', () => {
    expect(readable('{"a":[1,{"b":"x"}]}')).toBe('{\n  "a": [\n    1,\n    {\n      "b": "x"\n    }\n  ]\n}')
  })
  it('keeps numbers digit by digit', () => {
    const text = '{"id":12345678901234567890,"price":12.50,"tiny":-1e-7,"quoted":"1.0 \\" 2"}'
    expect(readable(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  })
  it('stays as it is when it is no JSON', () => {
    expect(readable('{"a":')).toBe('{"a":')
    expect(isJson('{"a":')).toBe(false)
    expect(isJson('{"a":1}')).toBe(true)
  })
})
