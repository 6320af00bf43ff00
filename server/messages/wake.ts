/** Who waits for news of one database within this process: other processes are noticed by looking. */
interface Bell {
  rung: number
  readonly waiting: Set<() => void>
}

const bells = new WeakMap<object, Bell>()

const bellOf = (tables: object): Bell => {
  const bell = bells.get(tables) ?? { rung: 0, waiting: new Set() }
  bells.set(tables, bell)
  return bell
}

/** `tables` is the open database's own `t`, the same in and outside a transaction. */
export const wakeListeners = (tables: object): void => {
  const bell = bellOf(tables)
  bell.rung++
  for (const wake of [...bell.waiting]) wake()
}

/** How often it has rung: read before looking at the table, so that nothing falls between looking and waiting. */
export const timesRung = (tables: object): number => bellOf(tables).rung

/** Calls back at every ring until told to stop. */
export const onRing = (tables: object, listen: () => void): (() => void) => {
  const { waiting } = bellOf(tables)
  waiting.add(listen)
  return () => waiting.delete(listen)
}
