/// A change made to an activation during a forward pass, as soon as it is computed, so that all that
/// follows is computed from it.
package struct Hook<T: Real>: Equatable, Sendable {
  package enum Change: Equatable, Sendable {
    /// Zeros.
    case silence
    /// These numbers, row by row: another text's activation, or a mean.
    case replace([T])
  }

  package let site: Site
  package let change: Change
  /// Which rows of it; all where nil. For scores and weights they count all queries of the batch.
  package let rows: Range<Int>?

  package init(_ site: Site, _ change: Change = .silence, rows: Range<Int>? = nil) {
    self.site = site
    self.change = change
    self.rows = rows
  }
}

/// The hooks of a pass, and the memory that they change.
struct Hooks<T: Real> {
  let hooks: [Hook<T>]
  let shape: DecoderShape
  let slots: TraceSlots
  let memory: UnsafeMutablePointer<T>

  /// Makes the changes to be made where `isNow` holds: to what was computed just now.
  @inline(__always)
  func apply(_ isNow: (Site) -> Bool) {
    if hooks.isEmpty { return }
    for hook in hooks where isNow(hook.site) { apply(hook) }
  }

  private func apply(_ hook: Hook<T>) {
    guard let slot = slots.slot(hook.site, shape) else { return }
    let rows = (hook.rows ?? 0..<slot.rows).clamped(to: 0..<slot.rows)
    let part = slot.part(rows: rows).matrix(in: memory)
    switch hook.change {
    case .silence: part.fill(0)
    case .replace(let values):
      for row in 0..<part.rows {
        for column in 0..<part.columns where row * part.columns + column < values.count {
          part[row, column] = values[row * part.columns + column]
        }
      }
    }
  }
}
