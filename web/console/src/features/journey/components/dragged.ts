/** What a palette drags: the kind of a step. */
export const DRAGGED = 'application/x-waterwheel-step'
