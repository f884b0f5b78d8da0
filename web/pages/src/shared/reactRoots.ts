import { unstableSetRender } from 'antd-mobile'
import { createRoot, type Root } from 'react-dom/client'

const roots = new WeakMap<object, Root>()

/** Toasts and dialogs that are opened by a call make their root as React 19 wants it; antd-mobile knows only the old way. */
unstableSetRender((node, container) => {
  const root = roots.get(container) ?? createRoot(container as Element)
  roots.set(container, root)
  root.render(node)
  return async () => {
    // Not while React is still drawing.
    await Promise.resolve()
    roots.delete(container)
    root.unmount()
  }
})
