import Basics
import Formulas
import Libc
import JSONText
import Notes
import Numerics
import TextUI

/// A row stored as whole numbers with one scale a block, and read back: what is lost.
package struct QuantiseWidget: RowWidget {
  package struct Parameters: Equatable, Sendable {
    var row: Vector
    var format = BlockFormat.int8
  }
  package enum Area: CaseIterable, Sendable { case row, steps, blocks }
  package enum Action: CaseIterable, Sendable { case format }

  package static let name = "quantise"
  package static let title = "Numbers in few bits"
  package static let topics = [
    "quantisation", "quantization", "quantised", "quantized", "int8", "int4",
  ]
  package static let initial = Parameters(row: [0.12, -0.9, 0.33, 2.54, -0.05, 0.7, -1.3, 0.01])
  package static let fields: [Field] = [
    .table("row", \.row, most: most, in: .row),
    .choice("format", \.format, ["int8": .int8, "int4": .int4]),
  ]
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding([.character("m")], "format", "8 bits a number, or 4", footer: 1, .format)
  ]
  private static let most = 2 * BlockFormat.blockSize

  package let parameters: Parameters
  let trace: Quantisation
  /// The same row in the other format.
  let other: Quantisation
  private var isInt8: Bool { trace.format == .int8 }

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    do {
      trace = try Quantisation(parameters.row, as: parameters.format)
      other = try Quantisation(
        parameters.row, as: parameters.format == .int8 ? .int4 : .int8)
    } catch { throw InputProblem("row", error.advice) }
  }

  package var status: String {
    "\(trace.format.rawValue), \(counted(trace.row.count, "number"))"
  }
  package var resultsOfInputs: Area? { .steps }

  /// The block that a number is in, and its place there.
  func block(_ index: Int) -> (block: Quantisation.Block, at: Int) {
    let size = BlockFormat.blockSize
    return (trace.blocks[index / size], index % size)
  }

  // MARK: Changes

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    let at = cursor.area == .blocks ? trace.row.count - 1 : cursor.column
    changed.row = try trace.row.resized(by: change, at: at, most: Self.most).vector
    return changed
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.row = trace.row.map { _ in (generator.normal() * 100).rounded() / 100 }
    return changed
  }

  package func changed(by action: Action, at cursor: Cursor) -> Parameters {
    var changed = parameters
    switch action {
    case .format: changed.format = isInt8 ? .int4 : .int8
    }
    return changed
  }

  // MARK: Numbers

  package func rows(in area: Area) -> [ResultRow] {
    switch area {
    case .row: []
    case .steps: [scaled, codes, restored, errors]
    case .blocks: trace.blocks.indices.map(scales)
    }
  }

  package func sources(of result: Cursor) -> [Cursor] {
    guard result.area == .steps else {
      return cells(.blocks, row: result.row, columns: 0..<result.column)
    }
    let block = result.column / BlockFormat.blockSize
    let own = result.column..<result.column + 1
    let above = cells(.steps, row: result.row - 1, columns: own)
    return switch result.row {
    case 0: cells(.blocks, row: block, columns: 1..<2)
    case 2: above + cells(.blocks, row: block, columns: 2..<3)
    default: above
    }
  }

  /// What is computed of a block as a whole.
  static let scaleNames = ["largest", "scale", "as float16", "bytes"]

  private func scales(_ index: Int) -> ResultRow {
    let block = trace.blocks[index]
    let largest = trace.row[block.start + block.largest]
    let bytes = trace.format.bytes(block.codes.count)
    let values = [
      largest, Self.told(block.scale), Self.told(block.storedScale), Double(bytes),
    ]
    return ResultRow("block \(index + 1)", values) { column, numbers in
      let count = block.codes.count
      return switch column {
      case 0:
        Equation(
          "largest", "number \(block.start + block.largest + 1), by magnitude", value: largest)
      case 1:
        quotient(
          "scale", isInt8 ? largest.magnitude : largest, isInt8 ? 127 : -8, values[1], numbers)
      case 2:
        Equation(
          "as float16",
          "\(numbers.text(block.scale)) in 16 bits is \(numbers.text(block.storedScale))",
          value: block.storedScale)
      default:
        Equation(
          "bytes", [Double(count), Double(trace.format.bits)], Double(bytes), numbers: numbers
        ) {
          "2 + \($0[0])\(numbers.times)\($0[1]) \(numbers.over) 8"
        } compute: {
          (2 + $0[0] * $0[1] / 8).rounded(.up)
        }
      }
    }
  }

  /// A number of float32 to seven digits: what follows is rounding.
  private static func told(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return number }
    let unit = pow(10, floor(log10(number.magnitude)) - 6)
    return (number / unit).rounded() * unit
  }

  private func quotient(
    _ label: String, _ x: Double, _ y: Double, _ value: Double, _ numbers: NumberText
  ) -> Equation {
    Equation(label, [x, y], value, numbers: numbers) {
      "\($0[0]) \(numbers.over) \(numbers.factor($0[1]))"
    } compute: {
      Self.told($0[0] / $0[1])
    }
  }

  private var scaled: ResultRow {
    let values = trace.row.indices.map { index in
      let scale = block(index).block.scale
      return scale == 0 ? 0 : Self.told(trace.row[index] / scale)
    }
    return ResultRow("÷ scale", values) { index, numbers in
      let block = block(index).block
      guard block.scale != 0 else {
        return Equation("÷ scale", "the scale is 0: so is every number", value: 0)
      }
      return quotient("÷ scale", trace.row[index], block.scale, values[index], numbers)
    }
  }

  private var codes: ResultRow {
    ResultRow("code", trace.codes.map(Double.init)) { index in
      let (block, at) = block(index)
      let scaled = block.scaled[at]
      return [(.decimalsCut, scaled.rounded(.towardZero)), (.decimalsKept, scaled)]
    } equation: { index, numbers in
      let (block, at) = block(index)
      let (scaled, code) = (block.scaled[at], block.codes[at])
      let range = trace.format.codes
      let isCut = (scaled - Double(code)).magnitude > 0.5 + 1e-6
      let text = numbers.telling(Self.told(scaled))
      return Equation(
        "code",
        isCut
          ? "\(text) is beyond \(numbers.text(Double(range.lowerBound))) to "
            + "\(numbers.text(Double(range.upperBound))): \(numbers.text(Double(code)))"
          : "the whole number nearest to \(text): \(numbers.text(Double(code)))",
        value: Double(code))
    }
  }

  private var restored: ResultRow {
    ResultRow("back", trace.restored) { index, numbers in
      let (block, at) = block(index)
      // A table that rounds it does not tell what it is off.
      let restored = block.restored[at]
      return .sum(
        "back", of: [(Double(block.codes[at]), block.storedScale)], restored,
        numbers: numbers.tabled[restored] == nil ? numbers : numbers.untabled, in: .float32)
    }
  }

  private var errors: ResultRow {
    let (restored, errors) = (trace.restored, trace.errors)
    return ResultRow("error", errors) { index, numbers in
      Self.exactly(numbers) {
        .difference("error", restored[index], trace.row[index], errors[index], numbers: $0)
      }
    }
  }

  /// A calculation in the digits of the tables; where these do not come to its result, in as many as
  /// do: what is lost is smaller than they tell.
  private static func exactly(
    _ numbers: NumberText, _ equation: (NumberText) -> Equation
  ) -> Equation {
    let tabled = equation(numbers)
    guard tabled.isNear else { return tabled }
    return equation(numbers.untabled)
  }

  /// Whether a number that is divided by its scale lies half way between two codes.
  func isHalfWay(_ index: Int) -> Bool {
    let (block, at) = block(index)
    let scaled = Self.told(block.scaled[at])
    return (scaled - scaled.rounded(.towardZero)).magnitude == 0.5
  }
}

extension NumberText {
  /// The same, whatever tables on the screen leave out.
  fileprivate var untabled: NumberText {
    var numbers = self
    numbers.tabled = [:]
    return numbers
  }
}
