/** The same keys with any words: holds the English dictionary to the Chinese one. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
