import type { Finding, JunctionRule } from '../domain/find-junctions.ts'
import type { RoadLine } from '../domain/road-graph.ts'
import { Problem } from '../http/problem.ts'
import { openWorkshop, WorkBroken } from '../jobs/workshop.ts'
import type { FindingNews, FindingWork } from './finding-worker.ts'

/** 20,000 lines of OpenStreetMap take some seconds. */
const workshop = openWorkshop<FindingWork, FindingNews>(
  new URL('./finding-worker.ts', import.meta.url),
  { workMillis: 120_000, heapMegabytes: 1024 },
  4,
)

/** The junctions of these roads, found beside the server's own loop; throws try-again where that takes too long. */
export const findApart = async (roads: readonly RoadLine[], rule: JunctionRule): Promise<Finding> => {
  const news = await workshop({ roads, rule }).catch((error) => {
    throw error instanceof WorkBroken ? new Problem('try-again') : error
  })
  if (news.task === 'failed') throw new Error(news.because)
  return news.finding
}
