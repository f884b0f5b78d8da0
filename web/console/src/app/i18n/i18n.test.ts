import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

type Dictionary = { [key: string]: string | Dictionary }

function keys(dictionary: Dictionary, before = ''): string[] {
  return Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keys(value, `${before}${key}.`),
  )
}

function textOf(dictionary: Dictionary, key: string): string {
  return key.split('.').reduce<string | Dictionary>((place, part) => (place as Dictionary)[part], dictionary) as string
}

const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort()
const isSingular = (key: string) => key.endsWith('_one')

describe('the two dictionaries', () => {
  it('have the same keys, besides the singular that Chinese lacks', () => {
    expect(keys(en).filter((key) => !isSingular(key)).sort()).toEqual(keys(zh).sort())
    for (const key of keys(en).filter(isSingular)) expect(keys(zh)).toContain(key.replace(/_one$/, '_other'))
  })
  it('leave no text empty', () => {
    for (const dictionary of [zh, en]) expect(keys(dictionary).filter((key) => textOf(dictionary, key).trim() === '')).toEqual([])
  })
  it('fill in the same variables', () => {
    const different = keys(zh).filter((key) => String(variables(textOf(zh, key))) !== String(variables(textOf(en, key))))
    expect(different).toEqual([])
  })
  it('do not speak Chinese in English, save for the name of the language', () => {
    const chinese = keys(en).filter((key) => /[\u4e00-\u9fff]/.test(textOf(en, key)))
    expect(chinese).toEqual(['top.language'])
  })
})

describe('the pages', () => {
  it('carry no words of their own', () => {
    const wordy = sources(join(import.meta.dirname, '../../features')).filter((file) =>
      /[\u4e00-\u9fff]/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|/g, '').replace('[\',\', \'，\', \' \']', '')),
    )
    expect(wordy).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
}
