import type { Rule, Violation } from './house.ts'

/** `any`, `!`, `@ts-...` and `as unknown as` only where the exceptions list them, with the reason, and as often. */
export const noEscapeFromTypes: Rule = {
  name: 'no-escape-from-types',
  *find({ sources, exceptions }): Iterable<Violation> {
    for (const { path, escapes } of sources.values()) {
      const allowed = exceptions.escapes.filter(({ file }) => file === path)
      for (const { kind, line } of escapes) {
        const times = allowed.find((one) => one.kind === kind)?.times ?? 0
        if (escapes.filter((one) => one.kind === kind).length <= times) continue
        const sentence = `\`${kind}\` turns the type checker off; parse what comes from outside, or list it with its reason in scripts/check.ts`
        yield { file: path, line, rule: 'no-escape-from-types', sentence }
      }
    }
  },
}
