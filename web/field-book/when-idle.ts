const atLatestMs = 2_000

/** Once the page has drawn and rests; soon anyway in browsers that do not tell. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: atLatestMs })
    else setTimeout(resolve, 200)
  })
