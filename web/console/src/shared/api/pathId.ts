/** An id from the address bar as the server's paths want it; one that is no number finds nothing. */
export function pathId(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : 0
}
