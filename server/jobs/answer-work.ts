import type { Serializable } from 'node:child_process'

/** The other side of a workshop: what a process of its own does with each piece of work, and what it says when it fails. */
export const answerWork = <Work, News extends Serializable>(
  workOn: (work: Work) => Promise<News>,
  failed: (error: unknown) => News,
): void => {
  process.on('message', async (work: Work) => {
    process.send?.(await workOn(work).catch(failed))
  })
  // without its server there is nobody to work for
  process.on('disconnect', () => process.exit())
}
