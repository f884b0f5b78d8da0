import { access } from './access'
import { customer } from './customer'
import { exchange } from './exchange'
import { insight } from './insight'
import { intake } from './intake'
import { dataQuality } from './dataQuality'
import { segment } from './segment'
import { suggestion } from './suggestion'
import { tags } from './tag'
import { touch } from './touch'
import { wecom } from './wecom'

export const handlers = [
  ...access,
  ...intake,
  ...segment,
  ...customer,
  ...suggestion,
  ...exchange,
  ...insight,
  ...dataQuality,
  ...tags,
  ...touch,
  ...wecom,
]
