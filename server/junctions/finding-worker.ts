import { type Finding, findJunctions, type JunctionRule } from '../domain/find-junctions.ts'
import type { RoadLine } from '../domain/road-graph.ts'
import { answerWork } from '../jobs/answer-work.ts'

export interface FindingWork {
  readonly roads: readonly RoadLine[]
  readonly rule: JunctionRule
}

export type FindingNews =
  | { readonly task: 'found'; readonly finding: Finding }
  | { readonly task: 'failed'; readonly because: string }

answerWork<FindingWork, FindingNews>(
  async ({ roads, rule }) => ({ task: 'found', finding: findJunctions(roads, rule) }),
  (error) => ({ task: 'failed', because: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
)
