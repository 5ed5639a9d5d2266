import Formulas
import JSONText
import Notes
import Numerics
import Widgets

/// `attend dot`: a dot product step by step.
enum DotCommand {
  static func run(_ invocation: Invocation) throws(ReadProblem) -> Int32 {
    let u = try vector(invocation.operands[0], "U")
    let v = try vector(invocation.operands[1], "V")
    let trace: DotProduct
    do { trace = try DotProduct(u, v) } catch { throw ReadProblem(error.message) }
    let isASCII = invocation.has("ascii")
    let text =
      invocation.has("json")
      ? Output.json(.dotProduct(trace)) : text(trace, ascii: isASCII)
    return Output.write(isASCII ? Output.ascii(text) : text) ? 0 : 1
  }

  private static func vector(_ text: String, _ name: String) throws(ReadProblem) -> Vector {
    do { return try NumberReader.vector(text) } catch {
      let hint =
        NumberReader.isMatrix(text) ? "; attend widget matrix-product multiplies matrices" : ""
      throw ReadProblem("\(name): \(error.message)\(hint)", isUsage: true)
    }
  }

  static func text(_ trace: DotProduct, ascii: Bool) -> String {
    let numbers = NumberText(ascii: ascii)
    let (dot, bar) = ascii ? ("*", "|") : ("·", "‖")
    // What was typed stands as it was typed, so that each line comes out.
    let typed = NumberText(significant: 17, ascii: ascii)
    var lines = ["u = \(typed.vector(trace.u))", "v = \(typed.vector(trace.v))", ""]
    let results = Matrix(rows: trace.u.count, columns: 2) {
      $1 == 0 ? trace.products[$0] : trace.partialSums[$0]
    }
    let columns =
      [trace.u, trace.v].map { typed.aligned($0) }
      + [trace.productVanishes, trace.partialSumVanishes].enumerated().map { column, vanishes in
        numbers.aligned(results.columns(column..<column + 1)) { row, _ in vanishes(row) }.map {
          $0[0]
        }
      }
    let widest = "\(trace.u.count)".count
    for i in trace.u.indices {
      let number = String(repeating: " ", count: widest - "\(i + 1)".count) + "\(i + 1)"
      lines.append(
        ("  \(number)  \(columns[0][i]) \(dot) \(columns[1][i]) = \(columns[2][i])"
          + "   running sum \(columns[3][i])").trimmedEnd)
    }
    let none = Remark.noDirection
    let degrees = ascii ? " degrees" : "°"
    lines += [
      "", "u \(dot) v      = \(numbers.telling(trace.dot, vanishes: trace.dotVanishes))",
      "\(bar)u\(bar)        = \(numbers.telling(trace.uNorm))",
      "\(bar)v\(bar)        = \(numbers.telling(trace.vNorm))",
      "cosine     = "
        + (trace.cosine.map { numbers.telling($0, vanishes: trace.cosineVanishes) } ?? none),
      "angle      = " + (trace.angleDegrees.map { numbers.telling($0) + degrees } ?? none),
      "projection = "
        + (trace.projection.map {
          numbers.vector($0, vanishes: trace.projectionVanishes) + " (of u onto v)"
        } ?? none),
    ]
    if trace.underflows { lines.append(Remark.underflow) }
    if trace.lengthOverflows { lines.append(Remark.lengthOverflow) }
    if let lost = trace.cancellation { lines.append(Remark.cancellation(lost, numbers: numbers)) }
    if let overflow = trace.overflow { lines.append(Remark.overflow(overflow)) }
    return lines.map { $0 + "\n" }.joined()
  }
}
