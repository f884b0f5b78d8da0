import { expect, it } from 'vitest'
import { firstBytes, firstFiles, type Bundle } from './firstLoad'

const chunk = (fileName: string, isEntry: boolean, imports: string[], css: string[] = []) => ({
  type: 'chunk' as const, fileName, isEntry, imports, code: fileName.repeat(9), viteMetadata: { importedCss: new Set(css) },
})
const BUNDLE: Bundle = {
  'main.js': chunk('main.js', true, ['react.js', 'words.js'], ['main.css']),
  'react.js': chunk('react.js', false, []),
  'words.js': chunk('words.js', false, ['react.js']),
  'mall.js': chunk('mall.js', false, ['main.js']),
  'main.css': { type: 'asset', fileName: 'main.css', source: 'body{}' },
  'mall.css': { type: 'asset', fileName: 'mall.css', source: 'x'.repeat(9_000) },
}

it('counts what is fetched at once, each file once, and nothing of the pages behind', () => {
  expect(firstFiles(BUNDLE).sort()).toEqual(['main.css', 'main.js', 'react.js', 'words.js'])
})

it('counts bytes as they travel', () => {
  const heavy = { ...BUNDLE, 'main.css': { type: 'asset' as const, fileName: 'main.css', source: 'y'.repeat(1_000_000) } }
  const more = firstBytes(heavy) - firstBytes(BUNDLE)
  expect(more).toBeGreaterThan(500)
  expect(more).toBeLessThan(20_000)
})
