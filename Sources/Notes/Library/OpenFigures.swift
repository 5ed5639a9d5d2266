/// Figures of MyST that are open where a note is read for its names: what one holds are its parts, `Figure 2a`.
struct OpenFigures {
  private struct Figure {
    let sign: UInt8
    let count: Int
    let number: PlaceNames.Number?
    var parts = 0
    /// How many directives are open in it.
    var inner = 0
  }

  private var figure: Figure?

  /// Whether a figure is open.
  var isInner: Bool { figure != nil }

  /// How many directives are open, from the figure on.
  var depth: Int { figure.map { $0.inner + 1 } ?? 0 }

  /// Takes in a line, which may end the figure, or begin or end what stands in it.
  mutating func read(_ line: ArraySlice<UInt8>) {
    guard var open = figure, let sign = line.first, ":`~".utf8.contains(sign) else { return }
    let count = line.prefix { $0 == sign }.count
    guard count >= 3 else { return }
    let isEnd = line.count == count
    if isEnd, open.inner == 0 {
      if sign == open.sign, count >= open.count { figure = nil }
      return
    }
    open.inner += isEnd ? -1 : 1
    figure = open
  }

  /// Takes in a figure that is begun.
  mutating func begin(_ line: ArraySlice<UInt8>, _ number: PlaceNames.Number?) {
    guard let sign = line.first else { return }
    figure = Figure(sign: sign, count: line.prefix { $0 == sign }.count, number: number)
  }

  /// The number of the next part of the figure that is open; nil where none is.
  mutating func part() -> PlaceNames.Number? {
    guard let number = figure?.number, let parts = figure?.parts, parts < 26 else { return nil }
    figure?.parts += 1
    let letter = String(UnicodeScalar(UInt8(0x61 + parts)))
    return PlaceNames.Number(word: number.word, count: number.count, tag: "\(number.sign)\(letter)")
  }
}
