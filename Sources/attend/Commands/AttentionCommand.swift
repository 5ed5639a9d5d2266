import Formulas
import JSONText
import Notes
import Numerics
import Screens
import Widgets

/// `attend attention`: scaled dot-product attention with every intermediate.
enum AttentionCommand {
  /// Scores up to this many are printed with every step; JSON holds them always.
  private static let mostPrinted = 4096

  /// Whether there is nothing to compute with: then the stepper opens.
  static func opensWidget(_ invocation: Invocation) -> Bool {
    invocation.operands.isEmpty
      && !(["query", "key", "value", "json"] + Projected.options).contains { invocation.has($0) }
  }

  /// The stepper with its own example, mask, scale and heads as they were given.
  static func widget(_ invocation: Invocation) throws(ReadProblem) -> WidgetRoute {
    var inputs = AttentionWidget.example
    for option in ["mask", "scale", "softcap", "heads", "kv-heads", "precision"] {
      if let text = try given(option, invocation) { inputs[option] = text }
    }
    do { _ = try AttentionWidget(inputs) } catch { throw ReadProblem(error.advice) }
    return inputs == AttentionWidget.example
      ? .example(of: AttentionWidget.self)
      : WidgetRoute(name: AttentionWidget.name, inputs: inputs, key: "")
  }

  static func run(_ given: Invocation) throws(ReadProblem) -> Int32 {
    let invocation = try AttentionFile.filled(given)
    let projected = try Projected(invocation)
    let (query, key, value) = try inputs(invocation, projected)
    let options = try options(invocation)
    let heads = invocation.options["heads"].flatMap { Int($0) } ?? 1
    let isASCII = invocation.has("ascii")
    let isPlain = heads == 1 && options.precision == .double && options.softcap == nil
    var text: String
    do throws(ShapeProblem) {
      if !invocation.has("json"), isPlain, query.rows * key.rows > mostPrinted {
        let output = try Attention.output(
          query: query, key: key, value: value, mask: options.mask, scale: options.scale)
        text = outputText(output, query, key, options.mask, NumberText(ascii: isASCII))
      } else {
        let groups = invocation.options["kv-heads"].flatMap { Int($0) }
        let trace = try MultiHeadAttention(
          query: query, key: key, value: value, heads: heads, keyValueHeads: groups, options)
        func exact() throws(ShapeProblem) -> MultiHeadAttention {
          var double = options
          double.precision = .double
          return try MultiHeadAttention(
            query: query, key: key, value: value, heads: heads, keyValueHeads: groups, double)
        }
        if invocation.has("json") {
          var json = JSON.attention(
            trace,
            try MultiHeadGradients(of: trace, output: try projected?.upstream(rows: query.rows)))
          json =
            try projected?.json(around: json, trace.output)
            ?? json.with(before: ["q": .matrix(query), "k": .matrix(key), "v": .matrix(value)])
          if options.precision != .double {
            json = json.with(after: ["offDouble": .number(largestGap(trace, try exact()))])
          }
          text = Output.json(json)
        } else {
          let numbers = NumberText(ascii: isASCII)
          text =
            try projected?.text(around: self.text(trace, numbers), trace.output, numbers)
            ?? self.text(trace, numbers)
          if options.precision != .double {
            text += "\n" + difference(trace, from: try exact(), numbers) + "\n"
          }
        }
      }
    } catch { throw ReadProblem(error.message) }
    if isASCII { text = Output.ascii(text) }
    return Output.write(text) ? 0 : 1
  }

  private static func inputs(
    _ invocation: Invocation, _ projected: Projected?
  ) throws(ReadProblem) -> (query: Matrix, key: Matrix, value: Matrix) {
    if let projected { return (projected.query, projected.key, projected.value) }
    return (
      try matrix("query", invocation), try matrix("key", invocation),
      try matrix("value", invocation)
    )
  }

  private static func options(_ invocation: Invocation) throws(ReadProblem) -> AttentionOptions {
    var options = AttentionOptions()
    let maskText = try given("mask", invocation) ?? "none"
    do { options.mask = try AttentionMask(reading: maskText) } catch {
      throw ReadProblem("--mask: \(error.message)", isUsage: true)
    }
    do { options.scale = try AttentionScale(reading: invocation.options["scale"] ?? "auto") } catch
    {
      throw ReadProblem("--scale: \(error.message); or write auto or none", isUsage: true)
    }
    if let softcap = invocation.options["softcap"] {
      do { options.softcap = try NumberReader.number(softcap) } catch {
        throw ReadProblem("--softcap: \(error.message)", isUsage: true)
      }
    }
    if let name = invocation.options["precision"] {
      guard let precision = Precision(named: name) else {
        throw ReadProblem(
          "--precision: \(name) is none: write double, float32, bfloat16 or float16",
          isUsage: true)
      }
      options.precision = precision
    }
    return options
  }

  /// What an option holds, or the file that it names, which is read as a paste is.
  private static func given(
    _ option: String, _ invocation: Invocation
  ) throws(ReadProblem) -> String? {
    guard let text = invocation.options[option] else { return nil }
    guard let bytes = try NamedText.bytes(text, "--\(option)") else { return text }
    let path = text == "-" ? "standard input" : String(text.dropFirst())
    let key = inputs[option] ?? option
    let held = try NamedText.printed(bytes, "--\(option): \(path)", key: key)
    let unnamed = AttentionWidget.unnamedMatrices(in: held)
    if unnamed > 1 {
      let remedy =
        inputs[option] == nil
        ? "put the one that is meant into a file of its own"
        : unnamed == 3
          ? "attend attention \(path) takes them as Q, K and V"
          : "write \(key) = before the one that is meant"
      throw ReadProblem("--\(option): \(path) holds \(unnamed) matrices without names: \(remedy)")
    }
    guard let value = AttentionWidget.value(of: key, in: held) else {
      throw ReadProblem(
        "--\(option): \(path) names several inputs, and none of them is \(key): "
          + "write \(key) = before its numbers")
    }
    return value
  }

  /// The stepper's names of matrices.
  private static let inputs = ["query": "Q", "key": "K", "value": "V"]

  static func matrix(
    _ option: String, _ invocation: Invocation
  ) throws(ReadProblem) -> Matrix {
    guard let text = try given(option, invocation) else {
      let file = ["query", "key", "value"].lazy.compactMap { invocation.options[$0] }
        .first { $0.hasPrefix("@") }
      let whole = file.map {
        "; where \($0.dropFirst()) holds all, attend attention \($0.dropFirst())"
      }
      throw ReadProblem(
        "attention needs --\(option) M, such as --\(option) \"1 0; 0 1\"\(whole ?? "")",
        isUsage: true)
    }
    if let remark = NumberReader.commaRemark(text) { Output.complain("--\(option): \(remark)") }
    if !text.contains("["), text.trimmed.contains("\n\n") {
      Output.complain("--\(option): the rows around a blank line are read as one matrix")
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

  /// A matrix below its name.
  static func table(_ title: String, _ matrix: Matrix, _ numbers: NumberText) -> String {
    ([title] + rows(matrix, numbers)).map { $0 + "\n" }.joined()
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

  /// Head by head.
  static func text(_ trace: MultiHeadAttention, _ numbers: NumberText) -> String {
    let heads = trace.heads
    var texts = heads.map { text($0, numbers) }
    if heads.count > 1 {
      texts = heads.indices.map { index in
        let shared =
          trace.groupSize > 1
          ? ", with keys and values of head \(trace.keyValueHead(of: index) + 1)" : ""
        return "head \(index + 1) of \(heads.count)\(shared)\n" + texts[index]
      }
      texts.append(
        (["output of all heads, side by side"] + rows(trace.output, numbers)).map { $0 + "\n" }
          .joined())
    }
    return texts.joined(separator: "\n")
  }

  /// What the precision changed.
  private static func difference(
    _ trace: MultiHeadAttention, from exact: MultiHeadAttention, _ numbers: NumberText
  ) -> String {
    let name = trace.heads[0].options.precision.rawValue
    return
      "\(name): the output is at most \(numbers.text(largestGap(trace, exact))) off that in double"
  }

  private static func largestGap(
    _ trace: MultiHeadAttention, _ exact: MultiHeadAttention
  ) -> Double {
    zip(trace.output.elements, exact.output.elements).map { ($0 - $1).magnitude }.largest ?? 0
  }

  private static func text(_ trace: Attention, _ numbers: NumberText) -> String {
    var lines = ["Q \(shape(trace.query))   K \(shape(trace.key))   V \(shape(trace.value))"]
    lines += maskLines(trace.mask)
    func heading(_ step: AttentionStep) -> String {
      "\(trace.options.number(of: step) ?? 0) \(step.title)   \(step.formula)"
    }
    func column(_ vector: [Double]) -> Matrix {
      Matrix(rows: vector.count, columns: 1, elements: vector) ?? Matrix(rows: 0, columns: 0)
    }
    let steps: [(AttentionStep, Matrix)] =
      [
        (.scores, trace.scores), (.scale, trace.scaled),
      ] + (trace.options.softcap == nil ? [] : [(.softcap, trace.capped)]) + [
        (.mask, trace.masked), (.maximum, trace.shifted), (.exponentials, trace.exponentials),
        (.sum, column(trace.rowSums)),
        (.weights, trace.weights),
      ]
    for (step, matrix) in steps {
      lines += ["", heading(step)]
      lines += rows(matrix, numbers) {
        trace.vanishes(AttentionCell(step, query: $0, key: $1))
      }
      if step == .maximum {
        let maxima = trace.rowMaxima.map { $0.map { numbers.text($0) } ?? "none" }
        lines.append("  row maxima \(maxima.joined(separator: "  "))")
      }
    }
    lines += ["", heading(.terms)]
    for i in 0..<trace.query.rows {
      lines.append("  query \(i + 1)")
      lines += rows(trace.terms(query: i), numbers) {
        trace.vanishes(AttentionCell(.terms, query: i, key: $0, column: $1))
      }.map { "  " + $0 }
    }
    lines += ["", heading(.output)]
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
