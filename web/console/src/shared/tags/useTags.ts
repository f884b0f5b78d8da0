import { useQuery } from '@tanstack/react-query'
import type { Tag, TagGroup } from '@/client'
import { listTagGroupsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

const NONE: TagGroup[] = []

/** A select's choices, by group. */
export function tagOptions(groups: TagGroup[], wanted: (tag: Tag) => boolean = () => true) {
  return groups.map(({ name, tags }) => ({
    label: name,
    title: name,
    options: tags.filter(wanted).map((tag) => ({ value: tag.id, label: tag.name })),
  }))
}

/** The brand's tags, by group. */
export function useTags() {
  const { id: brand } = useBrand()
  const groups = useQuery({ ...listTagGroupsOptions({ path: { brand } }), staleTime: 60_000 }).data ?? NONE
  const tags: Tag[] = groups.flatMap((group) => group.tags)
  return { groups, tags, tag: (id: string | undefined) => tags.find((one) => one.id === id) }
}
