import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What a phone fetches before it shows anything, in bytes as they travel. */
export const MOST_AT_FIRST = 200_000

interface Chunk {
  type: 'chunk'
  fileName: string
  isEntry: boolean
  imports: string[]
  code: string
  viteMetadata?: { importedCss?: Iterable<string> }
}

interface Asset {
  type: 'asset'
  fileName: string
  source: string | Uint8Array
}

export type Bundle = Record<string, Chunk | Asset>

/** The files an entry cannot do without: itself, what it imports at once, and their styles; not what is fetched for a page. */
export function firstFiles(bundle: Bundle): string[] {
  const files = new Set<string>()
  const queue = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry).map(({ fileName }) => fileName)
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const file = bundle[name]
    if (!file || files.has(name)) continue
    files.add(name)
    if (file.type === 'chunk') queue.push(...file.imports, ...(file.viteMetadata?.importedCss ?? []))
  }
  return [...files]
}

/** How much of them travels, zipped one by one. */
export function firstBytes(bundle: Bundle): number {
  return firstFiles(bundle).reduce((sum, name) => {
    const file = bundle[name]
    return sum + gzipSync(file.type === 'chunk' ? file.code : file.source).length
  }, 0)
}

/** Breaks the build that a mid phone would wait for. */
export function firstLoad(most = MOST_AT_FIRST): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    writeBundle(_, bundle) {
      const bytes = firstBytes(bundle as unknown as Bundle)
      const told = `first load: ${(bytes / 1_000).toFixed(1)} kB gzip of ${most / 1_000} kB`
      if (bytes > most) this.error(`${told}: ${firstFiles(bundle as unknown as Bundle).join(', ')}`)
      this.info(told)
    },
  }
}
