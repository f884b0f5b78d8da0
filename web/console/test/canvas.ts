/** What jsdom lacks and the canvas asks for: sizes and transforms. */
export function canvasInJsdom() {
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => 800 },
    offsetHeight: { configurable: true, get: () => 600 },
  })
  globalThis.DOMMatrixReadOnly = class {
    m22 = 1
  } as never
}

/** A drag from the palette, as the browser tells it. */
export function dragged(kind: string): DataTransfer {
  return { getData: () => kind, setData: () => {}, effectAllowed: 'copy', types: ['application/x-waterwheel-step'] } as never
}
