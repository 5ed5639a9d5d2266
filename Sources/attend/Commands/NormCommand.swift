import Formulas
import Basics
import JSONText
import Notes
import Numerics
import Widgets

/// `attend norm`: a row normalised step by step.
enum NormCommand {
  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    let x = try vector(invocation.operands[0], "X")
    let gamma = try invocation.options["gamma"].map { (text) throws(ReadProblem) in
      try vector(text, "--gamma")
    }
    let beta = try invocation.options["beta"].map { (text) throws(ReadProblem) in
      try vector(text, "--beta")
    }
    guard beta == nil || !invocation.has("rms") else {
      throw ReadProblem("--beta: RMSNorm has no shift; leave --beta or --rms out", isUsage: true)
    }
    for (name, other) in [("--gamma", gamma), ("--beta", beta)] {
      if let count = other?.count, count != x.count {
        throw ReadProblem(
          "\(name) has \(counted(count, "number")) and X has \(x.count): give them as many")
      }
    }
    guard
      let trace = LayerNorm(
        x, gamma: gamma ?? x.map { _ in 1 }, beta: beta ?? x.map { _ in 0 },
        epsilon: try epsilon(invocation), method: invocation.has("rms") ? .rms : .layer)
    else { throw ReadProblem("X: a row needs at least one number") }
    let isASCII = invocation.has("ascii")
    let text =
      invocation.has("json")
      ? Output.json(.layerNorm(trace)) : text(trace, ascii: isASCII)
    return Output.write(isASCII ? Output.ascii(text) : text) ? 0 : 1
  }

  private static func vector(_ text: String, _ name: String) throws(ReadProblem) -> Vector {
    do { return try NumberReader.vector(text) } catch {
      throw ReadProblem("\(name): \(error.message)", isUsage: true)
    }
  }

  private static func epsilon(_ invocation: Invocation) throws(ReadProblem) -> Double {
    guard let text = invocation.options["epsilon"] else { return 1e-5 }
    let number: Double
    do { number = try NumberReader.number(text) } catch {
      throw ReadProblem("--epsilon: \(error.message)", isUsage: true)
    }
    guard number >= 0 else {
      throw ReadProblem("--epsilon: a negative number would be no divisor", isUsage: true)
    }
    return number
  }

  static func text(_ trace: LayerNorm, ascii: Bool) -> String {
    let numbers = NumberText(ascii: ascii)
    // What was typed stands as it was typed, so that each line comes out.
    let typed = NumberText(significant: 17, ascii: ascii)
    let isRMS = trace.method == .rms
    var lines = ["x = \(typed.vector(trace.x))", "gamma = \(typed.vector(trace.gamma))"]
    if !isRMS { lines.append("beta = \(typed.vector(trace.beta))") }
    lines += ["epsilon = \(typed.text(trace.epsilon))", ""]
    if let mean = trace.mean {
      lines.append("mean        = \(numbers.telling(mean, vanishes: trace.meanVanishes))")
    }
    let meanSquare = numbers.telling(trace.meanSquare, vanishes: trace.meanSquareVanishes)
    let divisor = numbers.telling(trace.divisor, vanishes: trace.divisorVanishes)
    lines += [
      "\(isRMS ? "mean square" : "variance   ") = \(meanSquare)",
      "divisor     = \(divisor) (the root of that and epsilon)", "",
    ]
    if !isRMS {
      let centred = numbers.vector(trace.centred, vanishes: trace.centredVanishes)
      lines.append("x \(numbers.minus) mean    = \(centred)")
    }
    lines += [
      "normalised  = \(numbers.vector(trace.normalised, vanishes: trace.normalisedVanishes))",
      "output      = \(numbers.vector(trace.output, vanishes: trace.outputVanishes))",
    ]
    if let spread = Remark.spread(of: trace) {
      lines.append(spread.replacing("ε", with: "epsilon"))
    }
    if let units = Remark.units(of: trace, numbers: numbers) { lines.append(units) }
    if trace.underflows { lines.append(Remark.underflow) }
    return lines.map { $0 + "\n" }.joined()
  }
}
