import Basics
import JSONText
import Notes
import Numerics
import Widgets

/// Queries, keys and values that are projections of the words' own vectors.
struct Projected {
  static let options = ["x", "wq", "wk", "wv", "wo"]

  private let x: Matrix
  let query, key, value: Matrix
  private let output: Matrix?

  /// Nil where no option asks for it.
  init?(_ invocation: Invocation) throws(ReadProblem) {
    guard let first = Self.options.first(where: invocation.has) else { return nil }
    if let other = ["query", "key", "value"].first(where: invocation.has) {
      throw ReadProblem(
        "--\(other) and --\(first): give the queries, keys and values, or --x with --wq, --wk, --wv",
        isUsage: true)
    }
    let x = try AttentionCommand.matrix("x", invocation)
    func projected(_ option: String) throws(ReadProblem) -> Matrix {
      let weights = try AttentionCommand.matrix(option, invocation)
      do { return try x.times(weights) } catch {
        throw ReadProblem(
          "--x has \(counted(x.columns, "column")) and --\(option) has "
            + "\(counted(weights.rows, "row")): give them as many"
        )
      }
    }
    self.x = x
    (query, key, value) = (try projected("wq"), try projected("wk"), try projected("wv"))
    guard query.columns == key.columns else {
      throw ReadProblem(
        "--wq has \(counted(query.columns, "column")) and --wk has \(key.columns): "
          + "queries and keys need one width")
    }
    output =
      invocation.has("wo") ? try AttentionCommand.matrix("wo", invocation) : nil
    if let output, output.rows != value.columns {
      throw ReadProblem(
        "--wv has \(counted(value.columns, "column")) and --wo has "
          + "\(counted(output.rows, "row")): give them as many")
    }
  }

  /// The attention's own numbers between what they came from and what becomes of them.
  func json(around attention: JSON, _ joined: Matrix) throws(ShapeProblem) -> JSON {
    let before: JSON = [
      "x": .matrix(x), "q": .matrix(query), "k": .matrix(key), "v": .matrix(value),
    ]
    let back = try projectedBack(joined)
    return attention.with(before: before, after: back.map { ["y": .matrix($0)] } ?? [:])
  }

  func text(
    around attention: String, _ joined: Matrix, _ numbers: NumberText
  ) throws(ShapeProblem) -> String {
    var parts = [
      AttentionCommand.table("q = x w_q", query, numbers),
      AttentionCommand.table("k = x w_k", key, numbers),
      AttentionCommand.table("v = x w_v", value, numbers), attention,
    ]
    if let back = try projectedBack(joined) {
      parts.append(AttentionCommand.table("y = output w_o", back, numbers))
    }
    return parts.joined(separator: "\n")
  }

  /// How a loss changes with the joined heads' output, where it grows by one with each number of y, or of
  /// that output where nothing follows it.
  func upstream(rows: Int) throws(ShapeProblem) -> Matrix? {
    guard let output else { return nil }
    return try Matrix(rows: rows, columns: output.columns, repeating: 1).times(output.transposed)
  }

  private func projectedBack(_ joined: Matrix) throws(ShapeProblem) -> Matrix? {
    guard let output else { return nil }
    return try joined.times(output)
  }
}
