import Basics
import JSONText
import Numerics
import TextUI

extension QuantiseWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let rows = rows(in: .blocks)
    var scales = Grid(
      "", rows.map(\.values), rowNames: rows.map(\.name), columnNames: Self.scaleNames,
      numbers: view.numbers, sharing: .columns)
    scales = scales.guessing(view, at: .blocks)
    let shown: [WidgetBlock] = [
      grid(
        ["row": trace.row], in: .row, then: .steps,
        columns: trace.row.indices.map { "\($0 + 1)" }, view),
      .grids(
        scales.looking(view.cursor, at: .blocks), rank: view.cursor.area == .blocks ? 0 : 2),
    ]
    let explained = view.isHidden ? [] : [derivation(view)]
    let compared: [WidgetBlock] =
      view.isGuessing ? [] : [.text(comparison(view.numbers), rank: 2), errors(view.numbers)]
    guard view.isWide else { return shown + explained + compared }
    return shown + compared + guide(view).pane(around: explained)
  }

  private func guide(_ view: View) -> Guide {
    let isInt8 = trace.format == .int8
    return Guide(
      heading: "Numbers in few bits",
      why: [
        "Numbers are stored as small whole ones, with one scale for each block of them: less memory, "
          + "for a small error."
      ],
      tries: [
        (
          "m",
          isInt8 ? "fewer bits: how much larger are the errors?" : "more bits: how small are they?"
        ),
        ("r", "other numbers: where is the largest error?"), Guide.guess(isOn: view.isGuessing),
      ])
  }

  /// The errors as bars, the largest first, for a low screen shows the first alone.
  private func errors(_ numbers: NumberText) -> WidgetBlock {
    let order = trace.errors.indices.sorted {
      let (one, other) = (trace.errors[$0].magnitude, trace.errors[$1].magnitude)
      return one == other ? $0 < $1 : one > other
    }
    return .bars(
      order.map { trace.errors[$0] }, names: order.map { "error \($0 + 1)" }, numbers, rank: 4)
  }

  private func derivation(_ view: View) -> WidgetBlock {
    var remarks: [String] = []
    if view.isGuessing {
      // What the scale came to is not told.
    } else if let block = trace.overflow {
      remarks.append(
        "overflow: float16 ends at 65504, so the scale of block \(block + 1) is infinite: what is "
          + "read back is too, and for a code of 0 undefined (0·∞)")
    } else if let block = trace.underflow {
      remarks.append(
        "underflow: float16 makes the scale of block \(block + 1) 0, and its numbers with it")
    }
    let isBlock = view.cursor.area == .blocks
    let rule = "nearest, \(trace.format.ties): \(Self.tie(trace.format))"
    let isCode = view.cursor.area == .steps && view.cursor.row == 1
    // What lies half way is never looked at without its rule.
    let isHalfWay = !isBlock && isHalfWay(view.cursor.column)
    if isHalfWay { remarks.append(rule) }
    return derivation(
      view, alone: isBlock, remarks: remarks, notes: isCode && !isHalfWay ? [rule] : []
    ) {
      column in
      isBlock
        ? rows(in: .blocks)[view.cursor.row].name
        : "number \(column + 1), in block \(column / BlockFormat.blockSize + 1)"
    }
  }

  /// What becomes of halves.
  private static func tie(_ format: BlockFormat) -> String {
    format == .int8 ? "2.5 becomes 3, −2.5 becomes −3" : "2.5 becomes 3, −2.5 becomes −2"
  }

  /// What either format takes and loses.
  private func comparison(_ numbers: NumberText) -> [String] {
    let both = [trace, other].sorted { $0.format.bits > $1.format.bits }
    return both.map { trace in
      "\(trace.format.rawValue): \(counted(trace.bytes, "byte")), error "
        + "\(numbers.text(trace.rootMeanSquareError)) (root mean square), "
        + "most \(numbers.text(trace.errors[trace.worst].magnitude)) at number \(trace.worst + 1)"
    } + ["float32: \(4 * trace.row.count) bytes"]
  }

  // MARK: Text

  package func preview(_ view: View) -> [WidgetBlock] {
    let numbers = NumberText()
    let parts = [
      ["row = \(numbers.vector(trace.row))", "as \(trace.format.rawValue)"],
      [
        "read back \(numbers.vector(trace.restored))",
        "error \(numbers.text(trace.rootMeanSquareError))",
      ],
    ]
    return [.text(parts.map { $0.joined(separator: "   ") }, rank: 0)]
  }

  package var resultsJSON: JSON {
    [
      "format": .string(trace.format.rawValue), "bytes": .integer(trace.bytes),
      "blocks": .array(
        trace.blocks.map { block in
          [
            "scale": .number(block.scale), "storedScale": .number(block.storedScale),
            "scaled": .numbers(block.scaled), "codes": .array(block.codes.map { .integer($0) }),
            "restored": .numbers(block.restored),
          ]
        }),
      "errors": .numbers(trace.errors),
      "rootMeanSquareError": .number(trace.rootMeanSquareError),
    ]
  }

  package var script: String {
    let isInt8 = trace.format == .int8
    let scale =
      isInt8 ? "np.abs(extreme) / np.float32(127)" : "extreme / np.float32(-8)"
    let codes =
      (isInt8
        ? "np.clip(np.trunc(scaled + np.copysign(0.5, scaled)), -127, 127)"
        : "np.clip(np.floor(scaled + 8.5) - 8, -8, 7)") + "  # the nearest, \(trace.format.ties)"
    return """
      import numpy as np

      row = np.array(\(Script.vector(trace.row)))
      \(Script.printing)
      restored = []
      for start in range(0, len(row), \(BlockFormat.blockSize)):
          x = row[start:start + \(BlockFormat.blockSize)].astype(np.float32)
          extreme = x[np.abs(x).argmax()]
          scale = \(scale)
          stored = np.float16(scale)
          inverse = np.float32(1) / scale if scale else np.float32(0)
          scaled = \(isInt8 ? "x * inverse" : "x.astype(float) * float(inverse)")
          codes = \(codes)
          back = codes.astype(np.float32) * np.float32(stored)
          restored.extend(back)
          print("scale", scale, "as float16", stored)
          print("divided by it", scaled)
          print("codes", codes)
          print("back", back)
      errors = np.array(restored, dtype=float) - row
      print("errors", errors)
      print("root mean square", np.sqrt((errors**2).mean()))

      """
  }
}
