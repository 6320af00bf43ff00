const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, input, select, textarea, a') !== null

/** Space and Enter shoot, save where they press something else. */
export const isShutterKey = ({ key, target }: { readonly key: string; readonly target: EventTarget | null }): boolean =>
  (key === ' ' || key === 'Enter') && !isControl(target)
