import Numerics

/// The same scores at falling temperatures, down to the one that is set: what a step of them plays.
/// Each frame is the figure at its temperature.
protocol Cooling: Widget {
  var temperature: Double { get }
  func at(temperature: Double) -> Self
}

extension Cooling {
  /// From 32 times as hot, half of it each time.
  private static var coolings: Int { 5 }

  /// Whether there is such a way: 0 is a limit, and what is hottest has no number.
  private var cools: Bool {
    temperature > 0 && (temperature * Double(1 << Self.coolings)).isFinite
  }

  /// The frames of a cell that the temperature made.
  func coolingFrames(isResult: Bool) -> Int { isResult && cools ? Self.coolings : 0 }

  /// The figure as a frame has it, and what is said of that.
  func cooled(_ view: View) -> [WidgetBlock]? {
    guard let frame = view.frame, cools else { return nil }
    let hot = at(temperature: temperature * Double(1 << max(0, Self.coolings - frame)))
    var view = view
    view.frame = nil
    return hot.blocks(view)
  }
}
