import { BranchesOutlined, ClockCircleOutlined, ExperimentOutlined, FieldTimeOutlined, HourglassOutlined, LoginOutlined, LogoutOutlined, MailOutlined, NotificationOutlined, PartitionOutlined, PhoneOutlined, TagOutlined } from '@ant-design/icons'
import type { StepKind } from '@/shared/journey/graph'

export const STEP_ICONS: Record<StepKind, typeof MailOutlined> = {
  message: MailOutlined,
  task: PhoneOutlined,
  tag: TagOutlined,
  delay: HourglassOutlined,
  untilTime: ClockCircleOutlined,
  untilEvent: FieldTimeOutlined,
  branch: BranchesOutlined,
  split: PartitionOutlined,
  holdout: ExperimentOutlined,
  enter: LoginOutlined,
  webhook: NotificationOutlined,
  exit: LogoutOutlined,
}
