import { promises as files } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { shellFiles } from '../scripts/shell-files.ts'

const here = import.meta.dirname
// the server reads the same variable, so that a build can be tried beside the one in use
const outDir = resolve(process.env['LUQING_WEB'] ?? join(here, '..', 'dist', 'web'))

const packed = /\.(?:js|mjs|css|html|svg|json|webmanifest)$/
const smallestBytes = 1_000

/** Puts .br and .gz beside each text file, so that the server hands them out as they are. */
const compressOnce = (): Plugin => ({
  name: 'compress-once',
  apply: 'build',
  async closeBundle() {
    const names = await files.readdir(outDir, { recursive: true })
    for (const name of names.filter((each) => packed.test(each))) {
      const file = join(outDir, name)
      const bytes = await files.readFile(file)
      if (bytes.length < smallestBytes) continue
      const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      await files.writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }))
      await files.writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }
  },
})

export default defineConfig({
  root: here,
  plugins: [react(), shellFiles(), compressOnce()],
  build: {
    outDir,
    emptyOutDir: true,
    // the phones' WebViews: Chromium 94 is the oldest that has to work
    target: ['chrome94', 'safari15.4', 'firefox100'],
    cssTarget: ['chrome94', 'safari15.4', 'firefox100'],
    reportCompressedSize: false,
    // the map's library is large whatever one does; it is fetched only with the map
    chunkSizeWarningLimit: 1_300,
    rolldownOptions: {
      input: { index: join(here, 'index.html'), sw: join(here, 'sw.ts') },
      output: {
        // browsers know the worker by its address, so that one never changes
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // what seldom changes has a file of its own, so that a new release does not send it again
        codeSplitting: {
          groups: [
            {
              name: 'ground',
              test: /node_modules[\\/](?:react|react-dom|scheduler|wouter|@tanstack)[\\/]/,
              priority: 3,
            },
            { name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 3 },
            // what draws the viewfinder before anything else has come, and nothing besides
            { name: 'start', test: /web[\\/]start\.ts$/, priority: 4 },
            // each with all that it stands on: two files for a first screen on a poor line, and not thirty
            { name: 'shell', test: /web[\\/]main\.tsx$/, priority: 2 },
            { name: 'camera', test: /web[\\/]capture[\\/]capture\.tsx$/, priority: 1 },
            // the building blocks that pages share, in one file: in their own they are hundreds of bytes each, and a
            // phone that takes the whole app along would ask for every one of them over its poor line
            { name: 'blocks', test: /node_modules[\\/]@mantine[\\/]|web[\\/]ui[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '^/api/': { target: 'http://127.0.0.1:7412', changeOrigin: false } },
  },
})
