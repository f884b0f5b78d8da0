import { access } from './access'
import { alert } from './alert'
import { customer } from './customer'
import { customerList } from './customerList'
import { exchange } from './exchange'
import { identity } from './identity'
import { insight } from './insight'
import { intake } from './intake'
import { journey } from './journey'
import { dataQuality } from './dataQuality'
import { coupon } from './coupon'
import { mall } from './mall'
import { grant } from './grant'
import { refusedReward } from './refusedReward'
import { marketplace } from './marketplace'
import { membership } from './membership'
import { points } from './points'
import { programme } from './programme'
import { programmeHealth } from './programmeHealth'
import { whatIf } from './whatIf'
import { privacy } from './privacy'
import { quality } from './quality'
import { segment } from './segment'
import { segmentSizes } from './segmentSizes'
import { sharedAccount } from './sharedAccount'
import { suggestion } from './suggestion'
import { tags } from './tag'
import { touch } from './touch'
import { wecom } from './wecom'
import { wecomSend } from './wecomSend'

export const handlers = [
  ...access,
  ...alert,
  ...intake,
  ...quality,
  ...segment,
  ...segmentSizes,
  ...customerList,
  ...customer,
  ...privacy,
  ...grant,
  ...refusedReward,
  ...membership,
  ...points,
  ...programme,
  ...programmeHealth,
  ...whatIf,
  ...coupon,
  ...mall,
  ...sharedAccount,
  ...marketplace,
  ...suggestion,
  ...exchange,
  ...identity,
  ...insight,
  ...dataQuality,
  ...tags,
  ...touch,
  ...journey,
  ...wecom,
  ...wecomSend,
]
