import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })

/** One answer from the terminal, not shown while it is typed when `hidden`. Ctrl-C and Ctrl-D end the process. */
export const ask = async (question: string, { hidden = false } = {}): Promise<string> => {
  if (hidden) process.stdout.write(question)
  const output = hidden ? nowhere : process.stdout
  const terminal = createInterface({ input: process.stdin, output, terminal: true, prompt: '' })
  const leave = (): never => {
    process.stdout.write('\n')
    process.exit(130)
  }
  terminal.on('SIGINT', leave)
  terminal.on('close', leave)
  const answer = await terminal.question(hidden ? '' : question)
  terminal.off('close', leave)
  terminal.close()
  if (hidden) process.stdout.write('\n')
  return answer.trim()
}

/** Chinese characters and full-width signs take two columns. */
const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/.test(letter) ? 2 : 1),
    0,
  )

/** Rows as lines of aligned columns. */
export const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}

const betweenLinesMs = 5000

/** Tells how far something is: one line that grows on a terminal, a line every five seconds elsewhere. */
export const progressTo = (
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
): ((done: number, of: number, what: string) => void) => {
  let toldAt = 0
  return (done, of, what) => {
    const isLast = done >= of
    const now = performance.now()
    if (!isLast && now - toldAt < (stream.isTTY ? 100 : betweenLinesMs)) return
    toldAt = now
    const line = `luqing: ${what} ${done}/${of}`
    if (stream.isTTY) stream.write(`\r\u001b[K${line}${isLast ? '\n' : ''}`)
    else stream.write(`${line}\n`)
  }
}
