import {
  Button,
  Checkbox,
  Chip,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  Notification,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'

import styles from './theme.module.css'

/** Filled controls take the text colour that goes with the theme's primary: white on indigo, near-black on lavender. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colors, color: 'var(--wm-on-primary)' } : colors
}

const DIALOG = { lockScroll: false, centered: true, radius: 'lg' } as const

/** What pops up belongs to the screen it pops up on, also for those who find their way by landmarks. */
const IN_MAIN = { target: '#main' }

/**
 * What Mantine needs to know in code. Colours and sizes are CSS variables in `ui/tokens.css`, as a file rather than
 * a style element, so that the page's CSP can refuse inline styles. For the same reason no dialog locks scrolling
 * (that injects a style element); the page itself never scrolls.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 4 },
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'var(--wm-on-primary)' } }),
    Chip: Chip.extend({ classNames: { label: styles.chipLabel ?? '' } }),
    Modal: Modal.extend({ defaultProps: DIALOG, classNames: { title: styles.dialogTitle ?? '' } }),
    ModalRoot: Modal.Root.extend({ defaultProps: DIALOG }),
    ModalCloseButton: Modal.CloseButton.extend({ defaultProps: { 'aria-label': 'Close' } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      classNames: { root: styles.toast ?? '', description: styles.toastText ?? '' },
    }),
    DrawerRoot: Drawer.Root.extend({ defaultProps: { lockScroll: false } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end', portalProps: IN_MAIN } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, portalProps: IN_MAIN } }),
  },
})
