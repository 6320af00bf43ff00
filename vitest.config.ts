import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { findBrowser, findShell } from './scripts/find-browser.ts'

const onEitherEngine = { include: ['server/**/*.test.ts', 'db/**/*.test.ts'], exclude: ['server/domain/**'] }
// what a file of bytes is does not depend on the engine: asked once, beside SQLite
const aboutBytes = [
  ...['camera-files', 'cut-off-uploads', 'decode-queue', 'look-of-pixels', 'outline', 'read-exif', 'variants'].map(
    (of) => `photos/${of}`,
  ),
  ...['draw-document', 'find-template-faults', 'make-documents', 'render-notice'].map((of) => `notices/${of}`),
  ...['formats', 'faults', 'real-extracts'].map((of) => `imports/${of}`),
].map((path) => `server/${path}.test.ts`)

// a busy machine is waited for: what is polled comes in its own time, or the test has failed anyway
const patient = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }

// files share the modules of their worker: half the time goes otherwise into importing the same ones again
const together = { isolate: false }

/** The suites of `npm test`, in its order; one alone runs by `npx vitest run --project sqlite`. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/tally-tests.ts'],
    silent: 'passed-only',
    slowTestThreshold: 2000,
    passWithNoTests: false,
    maxWorkers: Math.min(availableParallelism(), 4),
    attachmentsDir: './artefacts/attachments',
    projects: [
      {
        test: {
          ...together,
          name: 'domain',
          include: ['server/domain/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['web/e2e/**'],
          testTimeout: 20_000,
        },
      },
      { test: { ...onEitherEngine, ...patient, ...together, name: 'sqlite', env: { LUQING_TEST_ENGINE: 'sqlite' } } },
      {
        test: {
          ...{ ...onEitherEngine, ...patient, ...together, name: 'postgres', env: { LUQING_TEST_ENGINE: 'postgres' } },
          exclude: [...onEitherEngine.exclude, ...aboutBytes],
        },
      },
      {
        test: {
          ...together,
          name: 'browser',
          include: ['web/e2e/**/*.test.ts'],
          setupFiles: ['web/e2e/show-failing-pages.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          env: { CHROME_PATH: findBrowser() ?? '', CHROME_SHELL: findShell() ?? '' },
        },
      },
    ],
  },
})
