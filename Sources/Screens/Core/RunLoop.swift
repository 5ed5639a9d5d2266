import TextUI

/// Draws, waits, updates, until the program is over. `perform` carries effects out and tells
/// whether to go on.
package func run<D: Device & ~Copyable>(
  _ app: inout App, on device: inout D, now: () -> Moment,
  perform: (Effect, inout App, inout D) -> Bool
) {
  while true {
    var canvas = Canvas(size: device.size)
    app.draw(on: &canvas)
    device.present(canvas)
    let event = device.nextEvent(within: app.tickInterval)
    for effect in app.update(event, now: now()) {
      guard perform(effect, &app, &device) else { return }
    }
  }
}
