import Numerics

/// The same scores at falling temperatures, down to the one that is set: what a step of them plays.
/// Each frame is the figure at its temperature.
package protocol Cooling: Widget {
  static var temperature: WritableKeyPath<Parameters, Double> { get }
  /// Where the cells stand that the temperature made.
  static var cooledArea: Area { get }
}

extension Cooling {
  /// From 32 times as hot, half of it each time.
  private static var coolings: Int { 5 }

  private var temperature: Double { parameters[keyPath: Self.temperature] }

  /// Whether there is such a way: 0 is a limit, and what is hottest has no number.
  private var cools: Bool {
    temperature > 0 && (temperature * Double(1 << Self.coolings)).isFinite
  }

  package func frames(at cursor: Cursor) -> Int {
    cursor.area == Self.cooledArea && cools ? Self.coolings : 0
  }

  /// The figure as a frame has it, and what is said of that.
  func cooled(_ view: View) -> [WidgetBlock]? {
    var (hot, view) = (parameters, view)
    guard let frame = view.frame, cools else { return nil }
    view.frame = nil
    hot[keyPath: Self.temperature] *= Double(1 << max(0, Self.coolings - frame))
    return (try? Self(hot))?.blocks(view)
  }
}
