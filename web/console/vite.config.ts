import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = dirname(fileURLToPath(import.meta.url))

/** Serves msw's worker from its package, so that no copy of it can reach the production bundle. */
function mockWorker(): Plugin {
  return {
    name: 'mock-worker',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
        const msw = dirname(createRequire(import.meta.url).resolve('msw/package.json'))
        response.setHeader('Content-Type', 'text/javascript')
        response.end(readFileSync(join(msw, 'lib/mockServiceWorker.js')))
      })
    },
  }
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'mock' ? [mockWorker()] : [])],
  resolve: {
    alias: {
      '@': join(here, 'src'),
      '@mock': join(here, 'mock'),
      '@test': join(here, 'test'),
    },
  },
  server: {
    port: 5173,
    proxy: mode === 'mock' ? undefined : { '/api': 'http://localhost:8080', '/v1': 'http://localhost:8080' },
  },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./test/setup.ts'],
    css: false,
    testTimeout: 120_000,
  },
}))
