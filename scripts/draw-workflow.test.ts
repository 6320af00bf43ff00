import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { moves } from '../db/vocabulary.ts'
import { tradeWords } from '../web/text/trade-words.ts'
import { drawWorkflow, workflowFile } from './draw-workflow.ts'

test('the drawing of the workflow is the one that the table of moves gives: else run scripts/draw-workflow.ts', () => {
  expect(readFileSync(workflowFile, 'utf8')).toBe(drawWorkflow())
})

test('the drawing names every step', () => {
  const drawn = drawWorkflow()
  for (const move of moves) expect(drawn).toContain(tradeWords.zh.moves[move])
})
