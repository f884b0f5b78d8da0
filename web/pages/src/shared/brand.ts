import { useQuery } from '@tanstack/react-query'
import { getMemberBrandOptions } from '@/client/@tanstack/react-query.gen'

/** The brand in the address: pages are at /m/{brand}/…. */
export const brandKey = window.location.pathname.split('/')[2] ?? ''

/** What every call names. */
export const path = { brand: brandKey }

export const basename = `/m/${brandKey}`

export function useBrand() {
  return useQuery({ ...getMemberBrandOptions({ path }), staleTime: Infinity })
}

/** Only inside WeChat can it be asked who somebody is. */
export const inWechat = /MicroMessenger/i.test(navigator.userAgent)
