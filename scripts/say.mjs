// @ts-check

/** @param {string} line */
export const say = (line) => process.stdout.write(`luqing: ${line}\n`)

/** Ends the process with the same sentence in both languages. @param {string} zh @param {string} en @returns {never} */
export function giveUp(zh, en) {
  process.stderr.write(`\nluqing: ${zh}\nluqing: ${en}\n`)
  process.exit(1)
}
