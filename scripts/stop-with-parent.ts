/** with-node24.mjs keeps a channel open to this process; when it is killed outright, this one stops as if asked to. */
export const stopWithParent = (): void => {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}
