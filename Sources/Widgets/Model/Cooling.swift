import Libc
import Numerics

/// The same scores at other temperatures: a step of them plays how they cool down to the one that is
/// set, and a change of it how they get from the old one to the new. Each frame is the figure at its
/// temperature.
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

  /// Pictures between two temperatures.
  private static var between: Int { 4 }

  /// Where nothing else has changed; from 0, which is a limit, and to it there is no way.
  package func frames(from old: Self) -> Int {
    var same = old.parameters
    same[keyPath: Self.temperature] = temperature
    return same == parameters && temperature > 0 && old.temperature > 0 ? Self.between : 0
  }

  /// The figure as a frame has it, and what is said of that.
  func cooled(_ view: View) -> [WidgetBlock]? {
    guard let frame = view.frame else { return nil }
    var (other, view) = (parameters, view)
    if let old = view.beginning {
      let part = Double(frame + 1) / Double(Self.between + 1)
      other[keyPath: Self.temperature] =
        old.temperature * pow(temperature / old.temperature, part)
    } else if cools {
      other[keyPath: Self.temperature] *= Double(1 << max(0, Self.coolings - frame))
    } else {
      return nil
    }
    (view.frame, view.beginning) = (nil, nil)
    return (try? Self(other))?.blocks(view)
  }
}
