import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconInfoCircle, IconListDetails, type TablerIcon } from '@tabler/icons-react'
import { useQueueStore } from '../state/queue-store.ts'
import { type Screen, useUiStore } from '../state/ui-store.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import { formatCount } from '../ui/format-number.ts'
import { EngineCard } from './engine-card.tsx'
import styles from './sidebar.module.css'

/** The way between screens. Only screens that exist are listed. */
export function Sidebar() {
  const live = useQueueStore(({ sections }) => sections.running.length + sections.waiting.length)
  return (
    <nav aria-label="Screens" className={styles.sidebar}>
      <p className={styles.brand}>
        <BrandMark />
        <span className={styles.label}>Wordmill</span>
      </p>
      <div className={styles.links}>
        <SidebarLink screen="queue" label="Queue" icon={IconListDetails} count={live} />
        <span className={styles.gap} />
        <SidebarLink screen="about" label="About & licences" icon={IconInfoCircle} />
      </div>
      <EngineCard />
    </nav>
  )
}

interface SidebarLinkProps {
  readonly screen: Screen
  readonly label: string
  readonly icon: TablerIcon
  readonly count?: number
}

function SidebarLink({ screen, label, icon: Icon, count = 0 }: SidebarLinkProps) {
  const isCurrent = useUiStore((state) => state.screen === screen)
  const showScreen = useUiStore((state) => state.showScreen)
  return (
    <UnstyledButton
      className={styles.link}
      aria-current={isCurrent ? 'page' : undefined}
      title={label}
      onClick={() => showScreen(screen)}
    >
      <Icon size={17} stroke={1.8} aria-hidden />
      <span className={styles.label}>{label}</span>
      {count > 0 && (
        <span className={styles.count}>
          {formatCount(count)}
          <VisuallyHidden> running or waiting</VisuallyHidden>
        </span>
      )}
    </UnstyledButton>
  )
}
