import { access } from './access'
import { customer } from './customer'
import { insight } from './insight'
import { intake } from './intake'
import { segment } from './segment'
import { suggestion } from './suggestion'
import { touch } from './touch'
import { wecom } from './wecom'

export const handlers = [...access, ...intake, ...segment, ...customer, ...suggestion, ...insight, ...touch, ...wecom]
