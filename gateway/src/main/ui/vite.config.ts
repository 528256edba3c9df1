import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // Nothing is inlined as data: the content security policy allows fonts and pictures from our own origin only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/session', '/logout', '/oauth2', '/login'].map((path) => [path, 'http://localhost:8080']),
    ),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
