import Quiz
import TextUI

/// Draws, waits, updates, until the program is over; keys that came together are drawn together, and
/// work that is done in slices is drawn now and then.
///
/// `perform` carries an effect out and returns what came of it, nil when the program is to end.
package func run<D: Device & ~Copyable>(
  _ app: inout App, on device: inout D, now: () -> Moment,
  perform: (Effect, App, inout D) -> [EffectResult]?
) {
  var goesOn = true
  var pace = Pace()
  var last: Event?
  // Nothing is drawn again that is there already: a log beside the notes may be written all the time.
  var isShown = false
  while goesOn {
    if !isShown, !device.hasMore,
      pace.draws(
        after: last, works: app.tickInterval == .zero && !app.hasArrived, at: now().utc)
    {
      isShown = true
      var canvas = Canvas(size: device.size)
      app.draw(on: &canvas)
      device.present(canvas)
    }
    let event = device.nextEvent(within: app.tickInterval)
    last = event
    if event != .changedOnDisk { isShown = false }
    _ = app.deliver(.terminal(event), now: now()) { effect, app in
      let results = perform(effect, app, &device)
      if results == nil { goesOn = false }
      if results?.allSatisfy(\.isUnseen) == false { isShown = false }
      return results
    }
  }
}

extension App {
  /// Takes an event, has its effects carried out, and takes in what comes of them, until nothing
  /// is left to be done or the program is to end. False where the screen does not know a line.
  package mutating func deliver(
    _ event: AppEvent, now: Moment, perform: (Effect, App) -> [EffectResult]?
  ) -> Bool {
    guard var effects = update(event, now: now)?[...] else { return false }
    while let effect = effects.popFirst() {
      guard let results = perform(effect, self) else { break }
      for result in results { effects += update(.result(result), now: now) ?? [] }
    }
    return true
  }
}
