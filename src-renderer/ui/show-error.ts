import { notifications } from '@mantine/notifications'
import { errorMessage } from './error-message.ts'

/** Says in a toast what did not happen, and why. */
export function showError(title: string, error: unknown): void {
  notifications.show({ color: 'red', title, message: errorMessage(error) })
}
