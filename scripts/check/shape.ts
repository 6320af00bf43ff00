import type { Rule, Violation } from './house.ts'

const longestFile = 300
const longestTest = 400
const emptyNames = new Set(['services', 'utils', 'common', 'helpers', 'lib'])
const inHouse = /^(db|server|web|scripts)\//

/** A file that grows past the limit is two files; what a program wrote may be as long as it likes. */
export const shortFiles: Rule = {
  name: 'short-files',
  *find({ tree, rooms }): Iterable<Violation> {
    for (const [file, text] of tree) {
      const isCode = /\.(ts|tsx|mts|mjs|css|html)$/.test(file)
      if (!inHouse.test(file) || !isCode || /^db\/migrations\//.test(file)) continue
      if (/^\s*(\/\/|\/\*+|<!--)\s*(generated|made) by /i.test(text)) continue
      const lines = text.replace(/\n$/, '').split('\n').length
      const limit = rooms.get(file) === 'tests' ? longestTest : longestFile
      if (lines <= limit) continue
      const sentence = `${lines} lines, more than ${limit}: make it two files, each named for what it does`
      yield { file, line: limit + 1, rule: 'short-files', sentence }
    }
  },
}

/** Folders bear words of the trade, not words that mean "the rest". */
export const folderNames: Rule = {
  name: 'folder-names',
  *find({ tree }): Iterable<Violation> {
    const told = new Set<string>()
    for (const file of tree.keys()) {
      const folders = file.split('/').slice(0, -1)
      const bad = folders.find((name) => emptyNames.has(name))
      if (bad === undefined || !inHouse.test(`${folders[0]}/`)) continue
      const folder = folders.slice(0, folders.indexOf(bad) + 1).join('/')
      if (told.has(folder)) continue
      told.add(folder)
      yield {
        file,
        line: 1,
        rule: 'folder-names',
        sentence: `the folder ${folder} says nothing: name it for its trade`,
      }
    }
  },
}
