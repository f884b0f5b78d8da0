import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { firstLoad } from './firstLoad.ts'

const here = dirname(fileURLToPath(import.meta.url))

export default defineConfig({
  // Pages are at /m/{brand}/…; their files where no brand can be.
  base: '/m/',
  plugins: [react(), firstLoad()],
  resolve: { alias: { '@': join(here, 'src'), '@test': join(here, 'test') } },
  server: {
    port: 5174,
    proxy: { '^/m/[^/]+/api': 'http://localhost:8080' },
  },
  build: {
    // What WeChat's own browsers on phones of the last five years read.
    target: ['es2020', 'chrome87', 'safari14'],
    assetsDir: '_',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ }],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./test/setup.ts'],
    css: false,
    testTimeout: 60_000,
  },
})
