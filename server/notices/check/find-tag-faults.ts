import type { NoticeKind } from '../../../db/vocabulary.ts'
import { type DocxPackage, partXml, storyParts } from '../docx/docx-package.ts'
import { LoopCrosses, regionOf } from '../docx/loop-region.ts'
import {
  markedRuns,
  markOf,
  markTags,
  paragraphsOf,
  paragraphText,
  strayBraces,
  type TagWords,
} from '../docx/template-tags.ts'
import { ancestorOf, type Element, isWord } from '../docx/xml.ts'
import {
  isKnownName,
  neededPlaceholders,
  type PlaceholderScope,
  placeholderAt,
  placeholderScopes,
} from '../placeholders-wire.ts'
import type { FoundTemplateFault } from '../template-faults-wire.ts'

/** Every placeholder known and in its loop, every loop closed where it was opened, everything needed there. */
export const findTagFaults = (files: DocxPackage, kind: NoticeKind): FoundTemplateFault[] => {
  const faults: FoundTemplateFault[] = []
  const named = new Set<string>()
  for (const part of storyParts(files)) {
    const root = partXml(files, part)?.documentElement
    if (!root) continue
    for (const paragraph of paragraphsOf(root))
      faults.push(...strayBraces(paragraphText(paragraph)).map((detail) => ({ fault: 'stray-brace' as const, detail })))
    markTags(root)
    faults.push(...faultsOf(markedRuns(root), named))
  }
  const missing = neededPlaceholders(kind).filter((name) => !named.has(name))
  return [...faults, ...missing.map((name) => ({ fault: 'missing-placeholder' as const, detail: `{${name}}` }))]
}

interface Open {
  readonly run: Element
  readonly tag: TagWords
  readonly scope: PlaceholderScope
}

const faultsOf = (runs: readonly Element[], named: Set<string>): FoundTemplateFault[] => {
  const faults: FoundTemplateFault[] = []
  const open: Open[] = []
  for (const run of runs) {
    const tag = markOf(run)
    if (tag === null) continue
    const scope = open.at(-1)?.scope ?? 'notice'
    named.add(tag.name)
    if (tag.kind === 'close') {
      const last = open.pop()
      if (!last || (tag.name !== '' && tag.name !== last.tag.name)) {
        faults.push({ fault: 'loop-not-opened', detail: tag.raw })
        if (last) open.push(last)
      } else if (crosses(last.run, run)) faults.push({ fault: 'loop-crosses', detail: last.tag.raw })
      continue
    }
    const known = placeholderAt(tag.name, scope)
    if (known === null)
      faults.push({ fault: isKnownName(tag.name) ? 'misplaced-placeholder' : 'unknown-placeholder', detail: tag.raw })
    else if (tag.kind === 'value' && (known.shape === 'loop' || known.shape === 'condition'))
      faults.push({ fault: 'misplaced-placeholder', detail: tag.raw })
    else if (tag.kind === 'value' && !isFree(run)) faults.push({ fault: 'misplaced-placeholder', detail: tag.raw })
    if (tag.kind === 'open') {
      const inside = known?.shape === 'loop' ? placeholderScopes.find((one) => one === tag.name) : undefined
      open.push({ run, tag, scope: inside ?? scope })
    }
  }
  return [...faults, ...open.map(({ tag }) => ({ fault: 'loop-not-closed' as const, detail: tag.raw }))]
}

/** A run stands in its paragraph or in a link of it, not in a field that Word would write over. */
const isFree = (run: Element): boolean => !isWord(run.parentNode, 'fldSimple') && ancestorOf(run, 'p') !== null

const crosses = (open: Element, close: Element): boolean => {
  try {
    regionOf(open, close)
    return false
  } catch (error) {
    if (error instanceof LoopCrosses) return true
    throw error
  }
}
