/// Rows as a Markdown table, with the ratios to less if it is among them.
func table(_ rows: [Row], title: String) -> String {
  let less = rows.first { $0.name == "less" }
  let heads = [
    "program", "first frame ms", "x less", "page down ms", "x less", "bytes a page", "peak MB",
    "x less", "idle CPU ms", "idle bytes",
  ]
  var lines = [
    "\n### \(title)\n", line(heads), "|" + String(repeating: "---|", count: heads.count),
  ]
  for row in rows {
    let measures: [(KeyPath<Row, [Double]>, compared: Bool)] = [
      (\.firstFrames, true), (\.pages, true), (\.pageBytes, false), (\.peaks, true),
    ]
    var cells = [row.name.split(separator: "|").joined(separator: "\\|")]
    for (measure, compared) in measures {
      let value = median(row[keyPath: measure])
      cells.append(value.map(number) ?? "–")
      guard compared else { continue }
      let base = less.flatMap { median($0[keyPath: measure]) }
      if let value, let base, base > 0 {
        cells.append(number(value / base))
      } else {
        cells.append("–")
      }
    }
    cells.append(row.idleProcessor.map(number) ?? "–")
    cells.append(row.idleBytes.map(number) ?? "–")
    if let failure = row.failure { cells[1] = failure }
    lines.append(line(cells))
  }
  return lines.joined(separator: "\n")
}

private func line(_ cells: [String]) -> String {
  "| " + cells.joined(separator: " | ") + " |"
}

/// A number that is not negative, to about three digits.
func number(_ value: Double) -> String {
  guard value.isFinite, value < 1e15 else { return "–" }
  let places = value == value.rounded() || value >= 100 ? 0 : value >= 10 ? 1 : 2
  let scale = [1, 10, 100][places]
  let whole = Int((value * Double(scale)).rounded())
  guard places > 0 else { return String(whole) }
  let fraction = String(whole % scale)
  return "\(whole / scale)." + String(repeating: "0", count: places - fraction.utf8.count)
    + fraction
}
