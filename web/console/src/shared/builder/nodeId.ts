let last = 0

/** An id of its own for every node of a draft. */
export const newId = () => `c${++last}`
