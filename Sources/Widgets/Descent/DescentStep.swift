import Lab
import Libc
import Numerics

/// One step down in numbers: slope, velocity and the move, each number with the same digits wherever
/// it stands.
struct DescentStep {
  let title: String
  let lines: [Equation]

  /// A line, and the numbers that it is computed from.
  private struct Line {
    /// Those that are shown with a loss that the result feels first.
    let operands: [Double]
    let equation: Equation
    /// Whether the calculation, with the digits shown, comes to its result: it is followed by hand.
    let holds: Bool

    init(
      _ label: String, _ operands: [Double], _ value: Double, _ numbers: NumberText,
      write: ([String]) -> String, compute: (Vector) -> Double
    ) {
      equation = Equation(
        label, operands, value, numbers: numbers, write: write, compute: compute)
      let shown = operands.map { numbers.written($0).shownNumber ?? $0 }
      let came = compute(shown)
      let losses = operands.indices.map { at in
        var exact = shown
        exact[at] = operands[at]
        return (compute(exact) - came).magnitude
      }
      self.operands = operands.indices.sorted { losses[$0] > losses[$1] }.map { operands[$0] }
      holds = !equation.isNear
    }
  }

  /// No number takes more digits than these.
  private static let most = 12

  init(_ widget: DescentWidget, _ plain: NumberText) {
    let here = widget.run.path[widget.step]
    let slope = widget.landscape.gradient(here)
    let velocity = widget.velocity
    var digits = Dictionary(
      (here + slope + velocity).map { ($0, plain.significant) }, uniquingKeysWith: { $1 })
    var numbers = plain
    // What comes up on the way has its digits too.
    var lines = Self.lines(widget, here, slope, velocity, plain, &digits)
    // As many digits as the line takes that takes the most.
    while true {
      for (number, significant) in digits {
        var style = plain
        style.significant = significant
        numbers.tabled[number] = style.telling(number)
      }
      lines = Self.lines(widget, here, slope, velocity, numbers, &digits)
      let short = Set(
        lines.filter { !$0.holds }.compactMap { line in
          line.operands.first { (digits[$0] ?? Self.most) < Self.most }
        })
      guard !short.isEmpty else { break }
      for number in short { digits[number, default: 0] += 1 }
    }
    let weights = zip(widget.parameters.shape.names, here).map {
      "\($0) is \(numbers.written($1))"
    }
    let loss = plain.telling(widget.landscape.loss(here))
    title = "At step \(widget.step) \(weights.joined(separator: ", ")), and the loss \(loss)"
    // Where those are too few, a line has its own.
    let own = Self.lines(widget, here, slope, velocity, plain, &digits)
    self.lines = zip(lines, own).map { $0.holds ? $0.equation : $1.equation }
  }

  private static func lines(
    _ widget: DescentWidget, _ here: [Double], _ slope: [Double], _ velocity: [Double],
    _ numbers: NumberText, _ digits: inout [Double: Int]
  ) -> [Line] {
    let parameters = widget.parameters
    var lines: [Line] = []
    /// What later lines are computed from.
    func keep(_ number: Double) {
      if digits[number] == nil { digits[number] = numbers.significant }
    }
    func product(_ label: String, _ factors: [Double], _ value: Double) -> Line {
      Line(label, factors, value, numbers) {
        ($0.prefix(1) + $0.dropFirst().map(numbers.factor)).joined(separator: numbers.times)
      } compute: {
        $0.reduce(1, *)
      }
    }
    func difference(_ label: String, _ x: Double, _ y: Double) -> Line {
      Line(label, [x, y], x - y, numbers) {
        "\($0[0]) \(numbers.minus) \(numbers.factor($0[1]))"
      } compute: {
        $0[0] - $0[1]
      }
    }
    // The chain rule, from the loss back to each weight.
    if case .chain(let input, let target) = widget.landscape {
      let said = here[1] * here[0] * input
      let back = said - target
      keep(said)
      keep(back)
      lines = [
        product("w₂·w₁·x", [here[1], here[0], input], said), difference("dL/dŷ", said, target),
        product("dL/dw₁", [back, here[1], input], slope[0]),
        product("dL/dw₂", [back, here[0], input], slope[1]),
      ]
    }
    for (index, name) in parameters.shape.names.enumerated() {
      switch parameters.shape {
      case .bowl: lines.append(difference("slope", here[0], 2))
      case .valley:
        lines.append(product("slope in \(name)", [index == 0 ? 1 : 10, here[index]], slope[index]))
      case .chain: break
      }
      var pace = slope[index]
      if parameters.momentum > 0 {
        pace = parameters.momentum * velocity[index] + slope[index]
        keep(pace)
        let label = widget.landscape.weights == 1 ? "velocity" : "velocity \(name)"
        lines.append(
          Line(label, [parameters.momentum, velocity[index], slope[index]], pace, numbers) {
            "\($0[0])\(numbers.times)\(numbers.factor($0[1])) + \(numbers.factor($0[2]))"
          } compute: {
            $0[0] * $0[1] + $0[2]
          })
      }
      let next = here[index] - parameters.rate * pace
      lines.append(
        Line(
          "next \(name)", [here[index], parameters.rate, pace], next,
          numbers.telling(next, movedBy: next - here[index], most: most)
        ) {
          "\($0[0]) \(numbers.minus) \($0[1])\(numbers.times)\(numbers.factor($0[2]))"
        } compute: {
          $0[0] - $0[1] * $0[2]
        })
    }
    return lines
  }
}

extension NumberText {
  /// The same with as many digits for a number as two of a move that led to it take.
  fileprivate func telling(_ number: Double, movedBy move: Double, most: Int) -> NumberText {
    guard tabled[number] == nil, move.isFinite, move != 0, number.isFinite, number != 0 else {
      return self
    }
    let places = Self.exponent(number) - Self.exponent(move) + 2
    var (style, text) = (self, self)
    style.significant = min(max(significant, places), most)
    text.tabled[number] = style.telling(number)
    return text
  }

  /// The power of ten of its first digit.
  private static func exponent(_ number: Double) -> Int {
    Int(log10(number.magnitude).rounded(.down))
  }
}

extension DescentWidget {
  /// The velocity that the shown step begins with.
  var velocity: [Double] {
    run.path.prefix(step).reduce(run.path[0].map { _ in 0 }) { velocity, place in
      zip(velocity, landscape.gradient(place)).map { parameters.momentum * $0 + $1 }
    }
  }
}
