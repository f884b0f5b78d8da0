/** The console's page for a job's link, which names its brand the way the API does. */
export function pageOf(link: string, inBrand: (path: string) => string): string {
  if (link.startsWith('/brands/')) return link.replace('/brands/', '/b/')
  return link.startsWith('/b/') ? link : inBrand(link)
}
