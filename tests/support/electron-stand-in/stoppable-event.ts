/** An Electron event: listeners may prevent what it announces. */
export class StoppableEvent {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
