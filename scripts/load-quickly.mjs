// @ts-check
// Loaded before anything else by with-node24.mjs. Node 24 parses a package's package.json anew for every module it
// resolves there, and Drizzle's has 179 KB: that alone took half of the start and 150 MB of memory.
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

// compiled code, and TypeScript without its types, are kept for the next start
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/luqing/compiled'))

/** @type {Map<string, import('node:module').ResolveFnOutput>} */
const resolved = new Map()

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context
    if (parentURL.includes('/node_modules/drizzle-orm/') && /^\..*\.js$/.test(specifier))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
    if (!/^drizzle-orm(\/|$)/.test(specifier) || !context.conditions.includes('import')) return next(specifier, context)
    const found = resolved.get(specifier) ?? { ...next(specifier, context), shortCircuit: true }
    resolved.set(specifier, found)
    return found
  },
})
