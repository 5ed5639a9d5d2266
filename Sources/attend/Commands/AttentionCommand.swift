import Formulas
import JSONText
import Notes
import Numerics
import Widgets

/// `attend attention`: scaled dot-product attention with every intermediate.
enum AttentionCommand {
  /// Scores up to this many are printed with every step; JSON holds them always.
  private static let mostPrinted = 4096

  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    let query = try matrix("query", invocation)
    let key = try matrix("key", invocation)
    let value = try matrix("value", invocation)
    let mask: AttentionMask
    let scale: AttentionScale
    let maskText = try given("mask", invocation) ?? "none"
    do { mask = try AttentionMask(reading: maskText) } catch {
      throw ReadProblem("--mask: \(error.message)", isUsage: true)
    }
    do { scale = try AttentionScale(reading: invocation.options["scale"] ?? "auto") } catch {
      throw ReadProblem("--scale: \(error.message); or write auto or none", isUsage: true)
    }
    let isASCII = invocation.has("ascii")
    var text: String
    do {
      if !invocation.has("json"), query.rows * key.rows > mostPrinted {
        let output = try Attention.output(
          query: query, key: key, value: value, mask: mask, scale: scale)
        text = outputText(output, query, key, mask, NumberText(ascii: isASCII))
      } else {
        let trace = try Attention(
          query: query, key: key, value: value, mask: mask, scale: scale)
        text =
          invocation.has("json")
          ? Output.json(.attention(trace)) : self.text(trace, NumberText(ascii: isASCII))
      }
    } catch { throw ReadProblem(error.message) }
    if isASCII { text = Output.ascii(text) }
    return Output.write(text) ? 0 : 1
  }

  /// What an option holds, or the file that it names.
  private static func given(
    _ option: String, _ invocation: Invocation
  ) throws(ReadProblem) -> String? {
    guard let text = invocation.options[option] else { return nil }
    guard text.hasPrefix("@") else { return text }
    let path = String(text.dropFirst())
    guard let bytes = try StateFile.file(path) else {
      throw ReadProblem("--\(option): \(path) cannot be read: there is no such file")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func matrix(
    _ option: String, _ invocation: Invocation
  ) throws(ReadProblem) -> Matrix {
    guard let text = try given(option, invocation) else {
      throw ReadProblem(
        "attention needs --\(option) M, such as --\(option) \"1 0; 0 1\"", isUsage: true)
    }
    do { return try NumberReader.matrix(text) } catch {
      throw ReadProblem("--\(option): \(error.message)", isUsage: true)
    }
  }

  // MARK: Text

  private static func shape(_ matrix: Matrix) -> String { "\(matrix.rows)×\(matrix.columns)" }

  private static func rows(
    _ matrix: Matrix, _ numbers: NumberText, vanishes: (Int, Int) -> Bool = { _, _ in false }
  ) -> [String] {
    numbers.aligned(matrix, vanishes: vanishes).map {
      ("  " + $0.joined(separator: "  ")).trimmedEnd
    }
  }

  private static func outputText(
    _ output: Matrix, _ query: Matrix, _ key: Matrix, _ mask: AttentionMask, _ numbers: NumberText
  ) -> String {
    let head =
      [
        "Q \(shape(query))   K \(shape(key))   output \(shape(output))"
      ] + maskLines(mask) + [
        "(the scores are too many to print; --json holds every step)", "", "output",
      ]
    return (head + rows(output, numbers)).map { $0 + "\n" }.joined()
  }

  /// How a mask was read.
  private static func maskLines(_ mask: AttentionMask) -> [String] {
    mask.descriptions.map { "mask \($0)" }
      + (mask.contains { $0.reading == .keep || $0.reading == .hide } ? [Remark.truthInMasks] : [])
  }

  static func text(_ trace: Attention, _ numbers: NumberText) -> String {
    var lines = ["Q \(shape(trace.query))   K \(shape(trace.key))   V \(shape(trace.value))"]
    lines += maskLines(trace.mask)
    func column(_ vector: [Double]) -> Matrix {
      Matrix(rows: vector.count, columns: 1, elements: vector) ?? Matrix(rows: 0, columns: 0)
    }
    let steps: [(AttentionStep, Matrix)] = [
      (.scores, trace.scores), (.scale, trace.scaled), (.mask, trace.masked),
      (.maximum, trace.shifted), (.exponentials, trace.exponentials), (.sum, column(trace.rowSums)),
      (.weights, trace.weights),
    ]
    for (step, matrix) in steps {
      lines += ["", "\(trace.options.number(of: step) ?? 0) \(step.title)   \(step.formula)"]
      lines += rows(matrix, numbers) {
        trace.vanishes(AttentionCell(step, query: $0, key: $1))
      }
      if step == .maximum {
        let maxima = trace.rowMaxima.map { $0.map { numbers.text($0) } ?? "none" }
        lines.append("  row maxima \(maxima.joined(separator: "  "))")
      }
    }
    lines += ["", "8 terms   \(AttentionStep.terms.formula)"]
    for i in 0..<trace.query.rows {
      lines.append("  query \(i + 1)")
      lines += rows(trace.terms(query: i), numbers) {
        trace.vanishes(AttentionCell(.terms, query: i, key: $0, column: $1))
      }.map { "  " + $0 }
    }
    lines += ["", "9 output   \(AttentionStep.output.formula)"]
    lines += rows(trace.output, numbers) {
      trace.vanishes(AttentionCell(.output, query: $0, column: $1))
    }
    if lines.contains(where: { $0.contains("5e-324") }) { lines.append(Remark.underflow) }
    for i in 0..<trace.query.rows where trace.hasNothingToLookAt(query: i) {
      lines.append("query \(i + 1): \(Remark.nothingToLookAt)")
    }
    if let cell = trace.overflow { lines.append(Remark.overflow(cell, in: trace.options)) }
    return lines.map { $0 + "\n" }.joined()
  }
}
