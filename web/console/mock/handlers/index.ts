import { access } from './access'
import { customer } from './customer'
import { insight } from './insight'
import { intake } from './intake'
import { quality } from './quality'
import { segment } from './segment'
import { touch } from './touch'
import { wecom } from './wecom'

export const handlers = [...access, ...intake, ...quality, ...segment, ...customer, ...insight, ...touch, ...wecom]
