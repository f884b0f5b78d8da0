import { defineConfig } from '@hey-api/openapi-ts'

export default defineConfig({
  input: '../console/openapi.json',
  output: { path: './src/client' },
  parser: { filters: { tags: { include: ['member-centre'] }, orphans: false } },
  plugins: [
    '@hey-api/typescript',
    '@hey-api/sdk',
    { name: '@hey-api/client-fetch', throwOnError: true },
    { name: '@tanstack/react-query', mutationOptions: true },
  ],
})
